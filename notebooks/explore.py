# The published file in an interactive page: `marimo edit notebooks/explore.py` (`pip install 'jiyao[notebook]'`).
# 在浏览器中查看已发布的数据：JIYAO_HOME 指定数据目录。

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="纪要 Jiyao")


@app.cell
def _():
    import os
    from pathlib import Path

    import duckdb
    import marimo as mo

    return Path, duckdb, mo, os


@app.cell
def _(Path, duckdb, mo, os):
    published = Path(os.environ.get("JIYAO_HOME") or "data") / "jiyao.duckdb"
    mo.stop(
        not published.exists(),
        mo.md(f"`{published}` 不存在 does not exist: run `jiyao ingest --replay sample` or `jiyao ingest`"),
    )

    def ask(query, **values):
        """Rows as dicts; the file is opened for reading only, and closed at once: it is replaced by each run."""
        with duckdb.connect(str(published), read_only=True) as connection:
            connection.execute("set TimeZone = 'Asia/Shanghai'")
            answer = connection.execute(query, values or None)
            names = [column[0] for column in answer.description]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    return ask, published


@app.cell
def _(ask, mo, published):
    held = ask(
        """select count(*) as records, count(distinct company_id) as companies, sum(questions) as questions,
             min(start_on) as first_on, max(start_on) as last_on
           from record_overview"""
    )[0]
    mo.md(
        f"""# 纪要 Jiyao

    `{published}`: {held["records"]:,} 份记录 records, {held["companies"]:,} 家公司 companies,
    {held["questions"] or 0:,} 个问答 questions, {held["first_on"]} ~ {held["last_on"]}"""
    )
    return (held,)


@app.cell
def _(mo):
    word = mo.ui.text(value="产能", label="词 word", debounce=True)
    is_pattern = mo.ui.checkbox(label="正则 regular expression")
    limit = mo.ui.slider(5, 200, value=50, step=5, label="条数 rows", show_value=True)
    mo.vstack(
        [mo.md("## 问答检索 Search questions and answers"), mo.hstack([word, is_pattern, limit], justify="start")]
    )
    return is_pattern, limit, word


@app.cell
def _(ask, is_pattern, limit, mo, word):
    hits = (
        ask(
            """select start_on as "日期 day", security_code as "代码 code", security_name as "简称 name",
                 question as "问 question", answer as "答 answer", page as "页 page", record_id
               from search_qa($word, is_pattern := $is_pattern) limit $limit""",
            word=word.value,
            is_pattern=is_pattern.value,
            limit=limit.value,
        )
        if word.value
        else []
    )
    mo.vstack(
        [
            mo.md(f"{len(hits)} 条 found"),
            mo.ui.table(hits, selection=None, page_size=10, wrapped_columns=["问 question", "答 answer"])
            if hits
            else "",
        ]
    )
    return (hits,)


@app.cell
def _(ask, mo):
    companies = {
        f"{row['security_code']} {row['security_name']} ({row['records']})": row["company_id"]
        for row in ask(
            """select company_id, any_value(security_code) as security_code, any_value(security_name) as security_name,
                 count(*) as records
               from record_overview group by company_id order by records desc, security_code"""
        )
    }
    company = mo.ui.dropdown(
        companies, value=next(iter(companies), None), label="公司 company", searchable=True, full_width=False
    )
    mo.vstack([mo.md("## 公司时间线 Timeline of a company"), company])
    return (company,)


@app.cell
def _(ask, company, mo):
    timeline = ask(
        """select event_on as "日期 day", event as "事件 event", title as "标题 title", institutions as "机构 institutions",
             questions as "问答 questions", available_at as "可知时间 known at", days_since_meeting as "距上次 days since"
           from company_timeline where company_id = $company
           order by available_at nulls last, event_on, event_id""",
        company=company.value,
    )
    mo.ui.table(timeline, selection=None, page_size=15) if timeline else mo.md("无 none")
    return (timeline,)


@app.cell
def _(ask, mo):
    months = [str(row["month"]) for row in ask("select distinct month from survey_heat order by month desc")]
    month = mo.ui.dropdown(months, value=months[0] if months else None, label="月份 month")
    least = mo.ui.slider(0, 50, value=0, label="至少机构数 institutions at least", show_value=True)
    mo.vstack([mo.md("## 调研热度 Survey heat"), mo.hstack([month, least], justify="start")])
    return least, month


@app.cell
def _(ask, least, mo, month):
    heat = ask(
        """select security_code as "代码 code", security_name as "简称 name", board as "板块 board",
             institutions as "机构 institutions", funds as "公募 funds", securities_firms as "券商 securities",
             round(own_mean, 1) as "自身均值 own mean", round(z_own, 2) as "自身偏离 z own",
             round(z_board, 2) as "板块偏离 z board"
           from survey_heat where month = $month and institutions >= $least
           order by institutions desc, security_code""",
        month=month.value,
        least=least.value,
    )
    mo.ui.table(heat, selection=None, page_size=15) if heat else mo.md("无 none")
    return (heat,)


if __name__ == "__main__":
    app.run()

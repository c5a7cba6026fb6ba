"""A small activity record as text with an HTML table: the cheapest form that a reader accepts."""

from __future__ import annotations


def text_record(code: str, name: str, *, day: str = "2026年3月2日", questions: int = 2) -> bytes:
    """The bytes of one record of a company, with numbered questions about its code."""
    pairs = "<br>".join(
        f"问题{number}：公司{code}第{number}季度的产能利用率如何？<br>答：第{number}季度产能利用率保持在合理水平。"
        for number in range(1, questions + 1)
    )
    rows = (
        ("投资者关系活动类别", "☑特定对象调研 □分析师会议 □业绩说明会 □其他"),
        ("参与单位名称及人员姓名", "甲子证券：张一、李二；乙丑基金：王三"),
        ("时间", f"{day} 10:00-11:00"),
        ("地点", "公司会议室"),
        ("上市公司接待人员姓名", "董事会秘书：赵四"),
        ("投资者关系活动主要内容介绍", pairs),
        ("附件清单（如有）", "无"),
        ("日期", day),
    )
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    head = f"证券代码：{code} 证券简称：{name}<br>{name}股份有限公司投资者关系活动记录表<br>编号：2026-001"
    return f"<html><body><p>{head}</p><table>{table}</table></body></html>".encode()

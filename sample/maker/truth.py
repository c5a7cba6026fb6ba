"""Truth: what a made record says, with the keys of the labelling guide; from its content, never from a reader."""

from __future__ import annotations

from sample.maker.content import Filing, pair

_OPTIONS = (
    "特定对象调研",
    "分析师会议",
    "媒体采访",
    "业绩说明会",
    "新闻发布会",
    "路演活动",
    "专场机构交流会",
    "现场参观",
    "其他",
)


def of(filing: Filing) -> dict[str, object]:
    """The labels of a filing's record."""
    company, activity = filing.company, filing.activity
    is_annexed = activity.people == "annex"
    return {
        "security_code": None if activity.form == "szse_bare" else company.code,
        "security_name": None if activity.form == "szse_bare" else company.name,
        "company_name": company.full,
        "record_no": activity.no,
        "categories": sorted(activity.ticked, key=_OPTIONS.index),
        "category_note": activity.note,
        "participants": [_participant(entry) for entry in activity.participants],
        "participants_stated": activity.stated,
        "participants_note": activity.described,
        "participants_in_attachment": is_annexed,
        "sessions": [_session(session) for session in activity.sessions],
        "location": (activity.where or "").replace("\n", "") or None,
        "hosts": [_host(host) for host in activity.hosts],
        "qa": [{"question": asked, "answer": told} for asked, told in activity.qa],
        "narrative": bool(activity.lead or activity.close),
        "attachments": activity.attachments,
        "signed_on": activity.signed,
        "remarks": activity.remarks,
    }


def _participant(text: str) -> dict[str, object]:
    house, names = pair(text)
    return {"institution": house, "people": list(names)}


def _session(text: str) -> dict[str, str | None]:
    days, *hours = text.split()
    start, _, end = days.partition("~")
    clocks: list[str | None] = [*hours, None, None]
    return {"start_date": start, "end_date": end or start, "start_time": clocks[0], "end_time": clocks[1]}


def _host(text: str) -> dict[str, str | None]:
    title, _, name = text.rpartition("：")
    return {"name": name, "title": title or None}

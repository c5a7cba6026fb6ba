"""Child rows: one kind of row from each kind of value, numbered from 1."""

from datetime import date

from extractors.documents import children
from extractors.fields.group import Group
from extractors.fields.host import Named
from extractors.fields.question import Pair
from extractors.fields.session import Session
from extractors.records import ActivityCategory, ActivitySession, Attachment, Host, Participant, Question, Region
from tests.factory.lines import paragraphs, printed


def test_sessions() -> None:
    day = date(2026, 3, 10)
    (found,) = children.sessions("r-1", [Session(day, day, None, None, "3月10日")])
    assert found == ActivitySession(
        record_id="r-1", ordinal=1, start_on=day, end_on=day, start_time=None, end_time=None, printed="3月10日"
    )


def test_categories() -> None:
    assert list(children.categories("r-1", ["其他", "现场参观"])) == [
        ActivityCategory(record_id="r-1", ordinal=1, category="其他"),
        ActivityCategory(record_id="r-1", ordinal=2, category="现场参观"),
    ]  # fmt: skip


def test_a_participant_a_person_and_one_for_an_institution_without_people() -> None:
    found = children.participants(
        "r-1", [Group("虚构证券", ("李琦", "王诚")), Group("假设基金"), Group(None, ("张明远",))]
    )
    assert list(found) == [
        Participant(record_id="r-1", ordinal=1, entry=1, institution="虚构证券", person="李琦"),
        Participant(record_id="r-1", ordinal=2, entry=1, institution="虚构证券", person="王诚"),
        Participant(record_id="r-1", ordinal=3, entry=2, institution="假设基金", person=None),
        Participant(record_id="r-1", ordinal=4, entry=3, institution=None, person="张明远"),
    ]


def test_a_host_stands_on_the_first_line_that_names_it() -> None:
    lines = printed("董事长 周 舟", "周舟主持", "吴越")
    found = list(children.hosts("r-1", [Named("周舟", "董事长"), Named("无名", None)], lines))
    assert [one for one in found if isinstance(one, Host)] == [
        Host(record_id="r-1", ordinal=1, name="周舟", title="董事长"),
        Host(record_id="r-1", ordinal=2, name="无名", title=None),
    ]  # fmt: skip
    assert [(one.ordinal, one.top) for one in found if isinstance(one, Region)] == [(1, 100.0)]


def test_a_host_whose_name_wraps_stands_on_both_lines() -> None:
    lines = printed("董事长周舟、董事会秘书吴", "越、财务总监李琦")
    found = list(children.hosts("r-1", [Named("周舟", None), Named("吴越", None), Named("李琦", None)], lines))
    assert [(one.ordinal, one.top, one.bottom) for one in found if isinstance(one, Region)] == [
        (1, 100.0, 112.0), (2, 100.0, 130.0), (3, 118.0, 130.0),
    ]  # fmt: skip


def test_a_participant_stands_on_the_lines_that_print_it() -> None:
    lines = printed("虚构证券：李琦", "王诚", "（另有三人）")
    group = Group("虚构证券", ("李琦", "王诚", "无名"), lines)
    found = [one for one in children.participants("r-1", [group]) if isinstance(one, Region)]
    assert [(one.ordinal, one.top, one.bottom) for one in found] == [
        (1, 100.0, 112.0), (2, 100.0, 130.0), (3, 100.0, 148.0),
    ]  # fmt: skip


def test_an_institution_alone_stands_where_it_is_named() -> None:
    group = Group("假设基金", (), printed("虚构证券、", "假设基金"))
    (found,) = (one for one in children.participants("r-1", [group]) if isinstance(one, Region))
    assert (found.top, found.bottom) == (118.0, 130.0)


def test_questions_with_their_spans() -> None:
    lines = paragraphs("甲？", "乙。")
    (found,) = children.questions("r-1", [Pair("甲？", "乙。", lines)], "导语\n甲？\n乙。")
    assert found == Question(record_id="r-1", ordinal=1, question="甲？", answer="乙。", text_start=3, text_end=8)


def test_attachments() -> None:
    assert list(children.attachments("r-1", "名单")) == [Attachment(record_id="r-1", ordinal=1, name="名单")]
    assert list(children.attachments("r-1", "无")) == []
    assert list(children.attachments("r-1", None)) == []

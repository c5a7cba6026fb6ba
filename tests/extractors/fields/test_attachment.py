"""附件清单: which words name an annex."""

import pytest

from extractors.fields.attachment import names_any


@pytest.mark.parametrize("text", ["无", "无。", "不适用", "/", "—", "－", "-", "无 ", "\\", ""])
def test_no_annex(text: str) -> None:
    assert not names_any(text)


@pytest.mark.parametrize("text", ["参会名单", "附件：演示文稿", "《2025年度业绩说明会》PPT", "1、参会名单 2、演示文稿"])
def test_an_annex(text: str) -> None:
    assert names_any(text)

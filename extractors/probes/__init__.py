"""Probes: the fixed questions of the first live run, source by source; each finding is one line with its evidence.

A question of a contract is answered by holds, or by what failed: drifted (an answer that is not as promised), blocked
(the host turns robots away) or unreachable. Another question is answered by numbers, or undecided where the day's rows
do not tell. All requests are bounded: about seventy in all.
"""

from extractors.probes import bse, cninfo, contract, eastmoney, sse
from extractors.probes.bench import (
    ANSWERED,
    BLOCKED,
    DRIFTED,
    HOLDS,
    UNDECIDED,
    UNREACHABLE,
    Bench,
    Finding,
    Question,
    found,
)

__all__ = [
    "ANSWERED", "BLOCKED", "DRIFTED", "HOLDS", "QUESTIONS", "UNDECIDED", "UNREACHABLE", "Bench", "Finding", "Question",
    "found",
]  # fmt: skip

_OPEN = (*cninfo.QUESTIONS, *sse.QUESTIONS, *bse.QUESTIONS, *eastmoney.QUESTIONS)
QUESTIONS: tuple[Question, ...] = (*contract.questions(), *_OPEN)

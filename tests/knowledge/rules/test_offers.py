"""Check that topics without material for everybody are found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge import KnowledgeBase
from knowledge.models import Certification
from knowledge.rules.offers import missing_offers, untrue_certificates

Change = Callable[..., KnowledgeBase]


@pytest.mark.parametrize(
    ("resources", "words"),
    [
        (("snake-tutorial", "snake-bootcamp"), "has 1 active free resources"),
        (("network-course", "learning-video"), "no active free resource to read"),
        (("language-site", "table-course", "table-docs"), "`language-site`, is not active"),
    ],
)
def test_missing_offer_is_found(changed: Change, resources: tuple[str, ...], words: str) -> None:
    (problem,) = missing_offers(changed("topic", "nlp", resources=resources))
    assert words in problem.message


def test_certificate_called_free_must_be_free(changed: Change) -> None:
    certification = Certification(
        title="Bootcamp", cost="free", note="It is said to be free.", resource="snake-bootcamp"
    )
    (problem,) = untrue_certificates(changed("topic", "nlp", certifications=(certification,)))
    assert problem.message == (
        "is called free, but `snake-bootcamp` has `certificate: paid`; one of the two is wrong"
    )

"""The sums of Polish numbers, held against numbers that are right and the same ones with a wrong digit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.checksums import is_nip, is_pesel, is_polish_account, is_regon_9, is_regon_14

RIGHT: tuple[tuple[Callable[[str], bool], tuple[str, ...]], ...] = (
    (is_pesel, ("44051401359", "02070803628")),
    (is_nip, ("5261040828", "8567346215")),
    (is_regon_9, ("000331501", "192598184", "123456785")),
    (is_regon_14, ("12345678512347",)),
    (is_polish_account, ("61109010140000071219812874",)),
)


@pytest.mark.parametrize(("is_one", "number"), [(is_one, number) for is_one, some in RIGHT for number in some])
def test_right_number_is_known_and_any_wrong_digit_is_found(is_one: Callable[[str], bool], number: str) -> None:
    assert is_one(number)
    for wrong in set("0123456789") - {number[-1]}:
        assert not is_one(number[:-1] + wrong)


@pytest.mark.parametrize("is_one", [is_one for is_one, _ in RIGHT])
def test_no_other_length_is_a_number(is_one: Callable[[str], bool]) -> None:
    for _, numbers in RIGHT:
        for number in numbers:
            assert not is_one(number + "0")
            assert not is_one("")


def test_remainder_of_ten_is_no_nip_and_a_zero_of_a_regon() -> None:
    assert not any(is_nip(f"000000003{last}") for last in range(10))  # 7 * 3 leaves 10
    assert is_regon_9("000000030")

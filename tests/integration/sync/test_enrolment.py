"""How a terminal is let in, on SQLite and on PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx2
import pytest
import sqlalchemy

from sync.central.enrolling import new_code
from sync.protocol import TerminalKey, plain_code
from tests.integration.sync.office import Office, problem
from tests.integration.sync.signing import Signed, new_key

KEY = new_key()


def enrol(office: Office, code: str, key: TerminalKey = KEY, address: str = "192.0.2.7") -> httpx2.Response:
    asked = {"code": code, "public_key": key.public}
    return office.ask("POST", "/v1/enrol", json=asked, address=address, auth=Signed(key, office.clock))


def test_code_gives_a_terminal_of_its_office(office: Office) -> None:
    answer = enrol(office, office.code("gniezno"))

    assert answer.status_code == 201
    assert answer.json()["office"] == "gniezno"
    assert office.store.status().terminals == 1


def test_lost_answer_is_repeated_with_the_same_terminal(office: Office) -> None:
    code = office.code()

    answers = [enrol(office, code) for _ in range(7)]
    office.clock.time += timedelta(days=3)
    answers.append(enrol(office, code))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["terminal"] for answer in answers}) == 1
    assert office.store.status().terminals == 1


def test_used_code_is_409_for_everybody_else(office: Office) -> None:
    code = office.code()
    enrol(office, code)

    answer = enrol(office, code, new_key())

    assert answer.status_code == 409
    assert problem(answer).kind == "used-code"
    assert office.store.status().terminals == 1


def test_expired_code_is_410(office: Office) -> None:
    code = office.code(hours=24)
    office.clock.time += timedelta(hours=24)

    assert problem(enrol(office, code)).kind == "expired-code"
    assert enrol(office, code).status_code == 410


def test_sixth_wrong_code_in_a_minute_is_429_even_when_right(office: Office) -> None:
    code = office.code()
    wrong = [enrol(office, "ZZZZZZZZ").status_code for _ in range(5)]

    sixth = enrol(office, code)
    elsewhere = enrol(office, office.code(), address="192.0.2.8")
    office.clock.time += timedelta(seconds=61)

    assert wrong == [403] * 5
    assert sixth.status_code == 429
    assert sixth.headers["retry-after"] == "60"
    assert elsewhere.status_code == 201
    assert enrol(office, code).status_code == 201


def test_addresses_of_one_ipv6_subscriber_count_together(office: Office) -> None:
    tries = [enrol(office, "ZZZZZZZZ", address=f"2001:db8:1:2::{n}").status_code for n in range(1, 7)]

    assert tries == [403] * 5 + [429]
    assert enrol(office, "ZZZZZZZZ", address="2001:db8:1:3::1").status_code == 403


def test_simultaneous_guesses_get_no_more_tries(office: Office) -> None:
    with ThreadPoolExecutor(8) as pool:
        guesses = [
            pool.submit(office.store.enrolments.redeem, "ZZZZZZZZ", KEY.public, "192.0.2.7", office.clock.now())
            for _ in range(40)
        ]
        answers = [str(guess.result()) for guess in guesses]

    assert sorted(answers) == ["Refusal.TOO_MANY_TRIES"] * 35 + ["Refusal.UNKNOWN"] * 5


def test_simultaneous_uses_of_a_code_give_one_terminal(office: Office) -> None:
    code = office.code()
    with ThreadPoolExecutor(8) as pool:
        redeem = office.store.enrolments.redeem
        uses = [pool.submit(redeem, code, f"{n:043}", f"192.0.2.{n}", office.clock.now()) for n in range(20)]
        answers = [str(use.result()) for use in uses]

    assert answers.count("Refusal.USED") == 19
    assert office.store.status().terminals == 1


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"code":"A"}', b'{"code":1,"public_key":2}', b'{"code":"BCDFGHJK","public_key":"short"}'],
)
def test_nonsense_is_400_and_costs_no_try(office: Office, body: bytes) -> None:
    answers = [office.ask("POST", "/v1/enrol", content=body) for _ in range(6)]

    assert {answer.status_code for answer in answers} == {400}


def test_whoever_has_not_the_key_cannot_enrol_it(office: Office) -> None:
    code = office.code()
    asked = {"code": code, "public_key": KEY.public}

    bare = office.ask("POST", "/v1/enrol", json=asked)
    foreign = office.ask("POST", "/v1/enrol", json=asked, auth=Signed(new_key(), office.clock))

    assert [problem(answer).kind for answer in (bare, foreign)] == ["unproved"] * 2
    assert office.store.status().terminals == 0
    assert enrol(office, code).status_code == 201


def test_no_code_is_in_the_database(office: Office) -> None:
    code = office.code()
    enrol(office, code)
    engine = office.store._engine
    with engine.connect() as connection:
        tables = sqlalchemy.inspect(connection).get_table_names()
        everything = "".join(
            str(connection.execute(sqlalchemy.text(f'SELECT * FROM "{name}"')).all())  # noqa: S608
            for name in tables
        )

    assert "poznan" in everything
    assert code not in everything


def test_codes_can_be_read_out_and_typed_carelessly() -> None:
    code = new_code()

    assert len(plain_code(code)) == 8
    assert not set(plain_code(code)) & set("AEIOUY0123456789")
    assert plain_code(f" {code.lower()} ") == plain_code(code) == code.replace("-", "")
    assert len({new_code() for _ in range(1000)}) == 1000

"""What Prometheus is told: how much there is and what was answered, and nothing that names a terminal."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families

from tests.integration.sync.office import Office, row


def told(office: Office) -> dict[tuple[str, ...], float]:
    """Name and labels of each sample, with its value."""
    answer = office.ask("GET", "/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.text)
    samples = [sample for family in families for sample in family.samples]
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


def test_contents_and_answers_are_told(office: Office) -> None:
    terminal = office.terminal()
    terminal.send([row(), b"no row"])
    assert terminal.put(terminal.batch([row()], prev="f" * 64)).status_code == 409
    office.projector.catch_up()
    found = told(office)
    assert found["okienko_terminals",] == 1
    assert (found["okienko_batches",], found["okienko_waiting_batches",]) == (1, 0)
    assert (found["okienko_responses",], found["okienko_quarantined_lines",]) == (1, 1)
    assert found["okienko_answers_total", "Receiving.put", "201"] == 1
    assert found["okienko_answers_total", "Receiving.put", "409"] == 1
    assert found["okienko_answer_seconds_count", "Receiving.put"] == 2


def test_large_tables_are_not_counted_at_every_look(office: Office) -> None:
    before = told(office)["okienko_terminals",]
    office.terminal()
    assert told(office)["okienko_terminals",] == before
    office.clock.seconds += 61
    assert told(office)["okienko_terminals",] == before + 1


def test_nothing_names_a_terminal_an_epoch_or_a_foreign_address(office: Office) -> None:
    terminal = office.terminal()
    terminal.send([row()])
    office.ask("GET", "/somewhere/else")
    text = office.ask("GET", "/metrics").text
    assert not [word for word in (terminal.terminal, terminal.epoch, "somewhere", "192.0.2") if word in text]
    assert 'endpoint="none"' in text, "what has no endpoint is counted as one"

"""At which address a site goes on: where it was published before, unless somebody moves it on purpose.

Links, search engines and codes on paper name the old address, so that a forgotten option must not change it.
"""

from __future__ import annotations

from kiosk.domain.errors import BadInput
from kiosk.domain.office import Office
from kiosk.publish.site_address import Addresses, Base, base_of


def settled_base(office: Office, given: str | None, kept: Base | None, *, may_move: bool) -> Base | None:
    """The `given` address, else the one `kept` from the last time, else what the pack tells (`base_of`).

    Raises `BadInput` where the given one is no address, and where the site would move though it may not: to another
    address that is given, or to the one of the office's card addresses, which the kept one cannot answer.
    """
    told = base_of(office, given)
    if kept is None or may_move or told == kept:
        return told
    if given is not None and told is not None:
        raise BadInput(
            f"the site was published at {kept.url}, not at {told.url}; allowed: that address, or --new-address as well "
            "if the site is to move"
        )
    if not Addresses.of(office, kept).is_as_told:
        raise BadInput(
            f"the site was published at {kept.url}, but the pack's 'adres_kart' is {office.card_address}; allowed: "
            f"--base-url {kept.url} if the site stays there, --new-address if it is to move"
        )
    return kept

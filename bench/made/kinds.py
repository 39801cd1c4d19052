"""How incidents of each kind are told: sentences with slots; what stands in [[ ]] is the trigger.

`lead` tells the incident as news, `later` names it once more or days after, `past` recalls it. Slots: {city} {country}
{adj} {venue} {where} {group} {person} {people} {n} killed, {m} injured or other number, {when} a time with its
preposition, {ago} the same behind a noun.
"""

from __future__ import annotations

from msgspec import Struct


class Kind(Struct, frozen=True):
    """One kind of incident: whether it kills, and its sentences."""

    name: str
    kills: bool
    lead: tuple[str, ...]
    later: tuple[str, ...]
    past: tuple[str, ...]
    titles: tuple[str, ...]


def _kind(name: str, kills: bool, text: str) -> Kind:
    rows: dict[str, list[str]] = {"lead": [], "later": [], "past": [], "title": []}
    for line in text.strip().splitlines():
        part, _, sentence = line.strip().partition(": ")
        rows[part].append(sentence)
    return Kind(name, kills, tuple(rows["lead"]), tuple(rows["later"]), tuple(rows["past"]), tuple(rows["title"]))


KINDS = (
    _kind("bombing", True, """
        lead: A car bomb [[exploded]] at {where} {when}, killing {n} {people} and wounding {m}.
        lead: {N} {people} died and {m} were hurt when a suicide bomber [[blew himself up]] at {where} {when}.
        lead: A [[blast]] tore through {where} {when}; {n} {people} were killed.
        lead: At least {n} {people} were killed in a [[bombing]] at {where} {when}, {official} said.
        later: The [[attack]] on {where} has left {n} dead and {m} injured.
        later: {Ago} [[explosion]] at {where} killed {n} {people}.
        later: The dead of the [[suicide attack]] in {city} number {n}.
        past: {past}, a [[bomb]] at {where} in {city} killed {n} {people}.
        past: {past}, {n} {people} died when {where} in {city} [[was bombed]].
        title: Bomb kills {n} in {city}
        title: Blast at {where}
        title: Blood and glass: {city} counts its dead"""),
    _kind("shooting", True, """
        lead: Gunmen [[opened fire]] at {where} {when}, killing {n} {people}.
        lead: {N} {people} were [[shot dead]] at {where} {when}, {official} said.
        lead: Men with rifles [[stormed]] {where} {when} and killed {n} {people}; {m} were wounded.
        later: The [[assault]] on {where} cost {n} lives.
        later: {Ago} [[massacre]] at {where} has shaken {city}.
        later: The [[gun attack]] in {city} left {n} {people} dead.
        past: {past}, gunmen [[killed]] {n} {people} at {where} in {city}.
        past: {past}, {where} in {city} [[was attacked]] and {n} {people} died.
        title: Gunmen kill {n} in {city}
        title: Terror at {where}"""),
    _kind("airstrike", True, """
        lead: Warplanes [[bombed]] {where} {when}, killing {n} {people}.
        lead: An [[air strike]] hit {where} {when} and killed {n} {people}, {official} said.
        later: The [[raid]] on {where} killed {n} {people}, among them children.
        later: {Ago} [[bombardment]] of {where} wounded {m} {people}.
        past: {past}, jets [[struck]] {where} in {city} and killed {n} {people}.
        title: Air raid on {city}
        title: {n} die as jets strike {where}"""),
    _kind("clash", True, """
        lead: Soldiers and fighters of {group} [[clashed]] near {where} {when}; {n} {people} were killed.
        lead: Heavy [[fighting]] between the army and {group} broke out at {where} {when}, leaving {n} dead.
        later: The [[battle]] for {where} has killed {n} and wounded {m}.
        later: {Ago} [[clashes]] in {city} went on until the evening.
        past: {past}, the army [[fought]] {group} in {city}, and {n} {people} died.
        title: Army and {group} clash in {city}
        title: {n} dead as guns speak in {city}"""),
    _kind("capture", False, """
        lead: Fighters of {group} [[captured]] the city of {city} {when}, {official} said.
        lead: {City} [[fell]] to {group} {when} after the army had fled.
        lead: {Group} [[took]] {city} {when}; {m} families ran away.
        later: The [[loss]] of {city} is a blow to the {adj} government.
        later: {Ago} [[seizure]] of {city} by {group} took the army by surprise.
        past: {past}, {group} [[overran]] {city}.
        title: {City} falls to {group}
        title: {Group} hold {city}"""),
    _kind("arrest", False, """
        lead: {Person}, a leader of {group}, was [[arrested]] in {city} {when}.
        lead: Police [[detained]] {person} of {group} at {where} {when}.
        lead: The {adj} police have [[caught]] {person}, who was in hiding in {city}, {official} said {when}.
        later: The [[arrest]] of {person} was greeted with relief.
        later: {Ago} [[capture]] of {person} ended a hunt of many years.
        past: {past}, {person} was [[seized]] in {city}.
        title: {Person} behind bars
        title: Police catch leader of {group}"""),
    _kind("protest", False, """
        lead: Some {m} {people} [[demonstrated]] at {where} {when} against the {adj} government.
        lead: Thousands [[marched]] through {city} {when} to demand bread and work.
        lead: Crowds [[took to the streets]] of {city} {when}; police used tear gas.
        later: The [[protest]] at {where} drew {m} people.
        later: {Ago} [[rally]] in {city} ended without violence.
        past: {past}, thousands [[protested]] in {city}.
        title: {City} marches
        title: Anger on the streets of {city}"""),
    _kind("meeting", False, """
        lead: {Person} and the {adj} president [[met]] in {city} {when}.
        lead: The {adj} president [[received]] {person} at {where} in {city} {when}.
        lead: [[Talks]] between {person} and the {adj} president opened in {city} {when}.
        later: The [[meeting]] of {person} and the {adj} president brought no result.
        later: {Ago} [[summit]] in {city} lasted three hours.
        past: {past}, {person} [[met]] the {adj} president in {city}.
        title: {Person} meets {adj} president
        title: Handshake in {city}"""),
    _kind("verdict", False, """
        lead: A court in {city} [[convicted]] {person} of murder {when}.
        lead: {Person} was [[sentenced]] to {m} years in prison in {city} {when}.
        lead: Judges in {city} [[found]] {person} [[guilty]] {when}.
        later: The [[verdict]] against {person} was read out in a full hall.
        later: {Ago} [[conviction]] of {person} split the country.
        past: {past}, {person} was [[jailed]] by a court in {city}.
        title: {Person} found guilty
        title: Prison for {person}"""),
    _kind("sanctions", False, """
        lead: The {adj} government [[imposed sanctions]] on {person} and {m} others {when}.
        lead: {Country} [[froze the assets]] of {person} {when}.
        later: The [[sanctions]] of {country} hit {person} and {m} more.
        later: {Ago} [[asset freeze]] is aimed at {person}.
        past: {past}, {country} [[blacklisted]] {person}.
        title: {Country} punishes {person}
        title: Sanctions on {person}"""),
    _kind("truce", False, """
        lead: The {adj} government and {group} [[signed a ceasefire]] in {city} {when}.
        lead: {Group} and the {adj} government [[agreed]] {when} to lay down arms.
        later: The [[truce]] between {country} and {group} is holding.
        later: {Ago} [[accord]] with {group} ends a war of seven years.
        past: {past}, {group} [[made peace]] with the {adj} government.
        title: Guns fall silent in {country}
        title: Deal with {group}"""),
    _kind("withdrawal", False, """
        lead: The last {adj} soldiers [[left]] {where} in {city} {when}.
        lead: {Country} [[withdrew]] its troops from {city} {when}, {official} said.
        later: The [[pullout]] of {adj} troops from {city} is complete.
        later: {Ago} [[departure]] of the {adj} garrison surprised {city}.
        past: {past}, {adj} troops [[pulled out]] of {city}.
        title: {Adj} troops quit {city}
        title: Empty barracks in {city}"""),
    _kind("resignation", False, """
        lead: {Person} [[resigned]] as governor of {city} {when}.
        lead: {Person}, the governor of {city}, [[stepped down]] {when}.
        later: The [[resignation]] of {person} leaves {city} without a governor.
        later: {Ago} [[exit]] of {person} came without warning.
        past: {past}, {person} [[quit]] as governor of {city}.
        title: Governor {person} goes
        title: {City} loses its governor"""),
    _kind("abduction", False, """
        lead: Armed men [[kidnapped]] {person} near {where} {when}.
        lead: {Group} [[abducted]] {m} {people} from {where} {when}, {official} said.
        later: The [[kidnapping]] at {where} has alarmed aid workers.
        later: {Ago} [[hostage-taking]] in {city} goes on.
        past: {past}, {m} {people} [[were taken hostage]] in {city}.
        title: Kidnapped in {city}
        title: Fear after abduction in {city}"""),
)  # fmt: skip

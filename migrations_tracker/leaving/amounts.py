"""How much there is of somebody: said before a deletion, and in its receipt."""

from dataclasses import dataclass, fields

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import ngettext

from migrations_tracker.models import CertificateFile, Event, Evidence, Mail, Move, Snapshot, Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """``files`` counts what was dropped or attached; ``texts`` what was pasted."""

    moves: int
    snapshots: int
    records: int
    texts: int
    files: int
    mails: int
    events: int

    def lines(self) -> list[str]:
        """What there is, a phrase for each, in the language that is active."""
        counted = (
            ngettext("%(count)s move", "%(count)s moves", self.moves),
            ngettext("%(count)s snapshot", "%(count)s snapshots", self.snapshots),
            ngettext("%(count)s record in them", "%(count)s records in them", self.records),
            ngettext("%(count)s pasted text", "%(count)s pasted texts", self.texts),
            ngettext("%(count)s file", "%(count)s files", self.files),
            ngettext("%(count)s mail", "%(count)s mails", self.mails),
            ngettext(
                "%(count)s line of the time line", "%(count)s lines of the time line", self.events
            ),
        )
        counts = (getattr(self, field.name) for field in fields(self))
        return [text % {"count": n} for text, n in zip(counted, counts, strict=True) if n]


def amount_of(moves: QuerySet[Move]) -> Amount:
    """What belongs to ``moves``: seven queries, whatever their number."""
    held = Snapshot.objects.filter(account__move__in=moves)
    counted = held.aggregate(snapshots=Count("pk"), records=Sum("record_count", default=0))
    evidence = Evidence.objects.filter(snapshot__account__move__in=moves)
    dropped = Upload.objects.filter(snapshot__account__move__in=moves).count()
    return Amount(
        moves=moves.count(),
        snapshots=counted["snapshots"],
        records=counted["records"],
        texts=evidence.filter(stored_as="").count(),
        files=evidence.exclude(stored_as="").count()
        + CertificateFile.objects.filter(move__in=moves).count()
        + dropped,
        mails=Mail.objects.filter(move__in=moves).count(),
        events=Event.objects.filter(move__in=moves).count(),
    )

"""Serve the review of an import, and each change that is made on it."""

from urllib.parse import parse_qsl

from django.http import HttpResponseRedirect

from careerguide.http.keys import is_key
from careerguide.importing import services
from careerguide.importing.models import State
from careerguide.languages.writing import number_text
from careerguide.models import Career

from . import wording
from .careers import CareerForm
from .rows import outline_of, rows_of

MOST_VALUES = 20  # of an operation
CONFLICT, WRONG = 409, 400


class ReviewPages:
    """Add to the admin of imports the review and its operations."""

    def review_page(
        self, request, record, refusal=None, sent=None, known=None, at="", review=None
    ):
        """The document beside its guide; `sent` is what was typed and not saved.

        `known` are the digests by row of what the script shows already, and `at` is
        where it goes on. `review` is that of the record, where it is loaded.
        """
        review = review or services.review(record.pk)
        rows = rows_of(review)
        for row in rows if known else ():
            row.is_known = known.get(row.id) == row.digest
        kinds = {}
        for decision in review.decisions:
            kinds.setdefault(decision.kind, []).append(decision)
        decided = [
            {
                "name": wording.DECISIONS.get(kind, kind),
                "count": len(found),
                "first": found[0].block,
            }
            for kind, found in kinds.items()
        ]
        asked = request.GET.get("career", "")
        into = CareerForm(review.career, self.admin_site)
        context = {
            "title": record.name,
            "review": review,
            "version": review.record.version,
            "rows": rows,
            "at": at,
            "outline": outline_of(review),
            "decided": decided,
            "first": next((row.id for row in rows if row.block.decisions), ""),
            "first_number": next((r.id for r in rows if r.open_numbers), ""),
            "ledger": _ledger(review.ledger),
            "left_out": [
                (wording.REASONS.get(reason, reason), blocks)
                for reason, blocks in review.left_out.items()
            ],
            "into": into,
            "media": self.media + into.media,
            "asked_career": Career.objects.filter(pk=asked).first()
            if is_key(asked) and not review.career
            else None,
            # Until the first decision, which would be made anew.
            "earlier": self.earlier(request, record) if record.version == 1 else [],
            "refusal": refusal,
            "sent": sent or {},
            "do_url": self.page_of(record, "do"),
            "is_nav_sidebar_enabled": False,  # two columns need the room
            "may_change": services.may_change(request.user, record),
        }
        response = self.page(request, record, "admin/importing/review.html", context)
        if refusal:
            is_stale = isinstance(refusal, services.Stale)
            response.status_code = CONFLICT if is_stale else WRONG
        return response

    def do_view(self, request, object_id):
        """Make one operation, and go back to where it was made."""
        record = self.import_or_404(request, object_id, to_change=True)
        if request.method != "POST" or record.state != State.REVIEW:
            return HttpResponseRedirect(self.page_of(record, "change"))
        sent = dict(list(request.POST.items())[:MOST_VALUES])
        known = known_rows(sent.pop("known", None))
        sent |= dict(parse_qsl(sent.pop("do", "")[:2000], keep_blank_values=True))
        name, at = sent.pop("operation", ""), sent.pop("at_block", "")
        version = sent.pop("version", "")
        sent.pop("csrfmiddlewaretoken", None)
        at = _where(record, name, at or sent.get("block", ""))
        try:
            number = int(version) if is_key(version) else 0
            services.apply(record.pk, number, name, sent, request.user)
        except services.Refused as refusal:
            return self.review_page(request, record, refusal, sent, known)
        if known is not None:
            return self.review_page(request, record, known=known, at=at)
        address = self.page_of(record, "change")
        return HttpResponseRedirect(f"{address}#{at}" if _is_id(at) else address)


def _where(record, name, block):
    """The block where a change can be seen, of one that takes it away."""
    if name == "undo":
        step = record.steps.first()
        return step.values.get("block", "") if step else ""
    if name == "join":
        ids = [one.id for one in record.tree.blocks]
        return ids[max(ids.index(block) - 1, 0)] if block in ids else ""
    return block


def known_rows(text):
    """{row: digest} of what the script shows; None where no script asks."""
    if text is None:
        return None
    pairs = (pair.partition(":") for pair in text.split(","))
    return {name: digest for name, _colon, digest in pairs}


def _is_id(text):
    return text.replace("-", "").isalnum() and len(text) < 100


def _ledger(ledger):
    """The counts, and the parts of a hundred for the bar."""
    total = ledger.total or 1
    lost = sum(ledger.lost.values())
    placed = 100 * ledger.placed / total
    changed = 100 * ledger.words_changed / total
    return {
        "total": ledger.total,
        "total_text": number_text(ledger.total),
        "placed": number_text(ledger.placed),
        "changed": number_text(ledger.words_changed),
        "left_out": number_text(ledger.words_left_out),
        "lost": lost,
        "lost_words": ", ".join(word for word, _n in ledger.lost.most_common(20)),
        "bar": {
            "placed": f"{placed:.2f}",
            "changed_from": f"{placed:.2f}",
            "changed": f"{changed:.2f}",
            "lost_from": f"{placed + changed:.2f}",
            "lost": f"{100 * lost / total:.2f}",
        },
        "changed_list": [
            (block, " ".join(words), [str(why) for why in sentences])
            for block, words, sentences in ledger.changed
        ],
        "tables": ledger.tables,
        "tables_read": ledger.tables_read,
        "comparisons": ledger.comparisons,
        "pictures": ledger.pictures,
        "pictures_placed": ledger.pictures_placed,
        "pictures_without_text": ledger.pictures_without_text,
        "pictures_elsewhere": ledger.pictures_elsewhere,
        "links": ledger.links_left_out,
    }

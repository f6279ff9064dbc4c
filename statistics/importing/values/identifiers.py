"""Tell by its label whether a column holds codes, or numbers that tell things apart.

Each list is one text to translate, words separated by commas, as in
`statistics.table.vocabulary`.
"""

import re

from django.utils.translation import get_language, pgettext_lazy

from statistics.table.vocabulary import words_of

from .words import counts, says_numbering, tokens

IDENTIFIERS = pgettext_lazy(
    "words, separated by commas",
    "code, codes, id, ids, identifier, soc, sic, isco, naics, noc, anzsco, kldb, cpv, "
    "isin, iban, ean, isbn, issn, zip, zipcode, postcode, postcodes, postal, plz, "
    "phone, telephone, tel, fax, dial, dialling, dialing, account, kennziffer, "
    "schlüssel, postleitzahl, vorwahl, telefon, telefonnummer, kennung, version, cip, "
    "fips, nuts, uuid, sku, barcode, reference, ref, ssn, passport, kundennummer, "
    "personalnummer, "
    "wz, nace, isced, cbo, naf, insee, siren, siret, cnpj, cpf, cuit, "
    "rfc, nif, ibge, uprn, urn, ukprn, duns, bic, swift, gtin, upc, "
    "doi, orcid, pmid, onet, cnae, ciuo, cno, ssyk, sni, sbi, lau, ars, "
    "msoa, lsoa, geoid, postnr, postnummer, postinumero, cep, codepostal, "
    "postal code, pincode, kundennr, kundenr, personnr, orgnr, cvr, cpr, "
    "tunnus, कोड, पिन, फोन, फ़ोन, मोबाइल, नंबर, هاتف, الهاتف, جوال, الجوال, "
    "matricule, matrícula, matricula, codice, código, kod, kode, cell phone, "
    "phonenumber, handy, téléphone, teléfono, telefone, telefono, telefoon, mobil, "
    "konto, kontonr, iban, bestellnr, auftragsnr, rechnungsnr, artikelnr, "
    "code commune, code postal, code insee, code département, code région, code naf, "
    "code ape, code rome, code pays, code géo, code géographique, code profession, "
    "kodu, teryt, simc, regon, nuts1, nuts2, nuts3, gss, eircode, tél, numéro, numer, "
    "郵便番号, 邮编, 邮政编码, 우편번호, код, индекс, окпо, октмо, окато, инн, psč, "
    "kód, irányítószám, τκ, κωδικός, κώδικας, cod, codul, מיקוד, קוד, รหัสไปรษณีย์, "
    "รหัส, mã, mã số, mã bưu điện, kode pos, पिनकोड, індекс",
)
AFTER_IDENTIFIERS = pgettext_lazy(
    "words, separated by commas",
    "no, nr, number, num, nummer, #",
)
NUMBERED = pgettext_lazy(
    "words, separated by commas",
    "order, invoice, customer, client, member, membership, employee, staff, student, "
    "pupil, patient, serial, ticket, case, file, policy, contract, part, article, "
    "product, catalogue, catalog, registration, licence, license, company, charity, "
    "tax, vat, house, flat, room, building, street, vehicle, flight, train, bus, "
    "route, record, row, line, social security, national insurance, insurance, pupil, "
    "personal, auftrag, rechnung, kunden, mitglied, cliente, pedido, factura, "
    "client, commande, facture",
)
FIRST = pgettext_lazy(
    "words, separated by commas",
    "código, codigo, codice, matrícula, matricula, matricule, kode, kod, koodi, kód, "
    "cod, код, mã, क्रमांक, numéro, numer, "
    "رقم, رمز, الرمز",
)
# Which are words of another kind in small letters: CAP is a postcode of Italy.
ACRONYMS = frozenset(
    (
        *("CP", "CAP", "CEP", "DNI", "NIE", "CIF", "AGS", "EIN", "LEI", "CAS", "RG"),
        *("NIP", "REGON", "PESEL", "PIN", "TIN", "NIN"),
    )
)
NUMBER_OF = ("nr", "nummer", "nro")  # whatever stands before: Kd.-Nr., KvK-nummer
ENDS = (
    *("nr", "nummer", "nummern", "numre", "numret", "kennzahl", "schlüssel"),
    *("kod", "kode", "kodu", "kodi", "koodi", "code", "codes", "kennziffer", "kennung"),
    *("コード", "番号", "码", "碼", "코드", "번호", "कोड"),
)


def identifier_words():
    return words_of(IDENTIFIERS)


def says_identifier(label):
    """Return whether a label names codes or identifiers: SOC 2020, Phone.

    Such a word has to be what the label is about: an account no., but no account costs.
    """
    label = re.sub(r"\(.*?\)", " ", label[:200])
    words = [word.rstrip("0123456789") for word in tokens(label)]
    words = [word for word in words if word]
    if not words:
        return False
    if label.strip() in ACRONYMS or " ".join(words) in identifier_words():
        return True
    if words[0] in words_of(FIRST) or (words[0] == "code" and not _is_english()):
        return not counts(words[1:])
    if len(words) > 1 and words[-1] in NUMBER_OF and not says_numbering(label):
        return not counts(words)
    numbered = len(words) > 1 and words[-1] in words_of(AFTER_IDENTIFIERS)
    while len(words) > 1 and words[-1] in words_of(AFTER_IDENTIFIERS):
        words.pop()
    if counts(words[:-1]):
        return False
    last = words[-1]
    return (
        last in identifier_words()
        or (numbered and last in words_of(NUMBERED))
        or any(last.endswith(end) and len(last) > len(end) + 1 for end in ENDS)
    )


def _is_english():
    return (get_language() or "en").startswith("en")

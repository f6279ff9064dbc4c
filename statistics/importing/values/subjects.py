"""Tell by its label what a column is about: what is measured, what is counted.

Each list is one text to translate, words separated by commas, as in
`statistics.table.vocabulary`.
"""

import re

from django.utils.translation import pgettext_lazy

from statistics.table.vocabulary import words_of

from .words import says_how_much, tokens

MEASURED = pgettext_lazy(
    "words, separated by commas",
    "height, length, distance, duration, temperature, temp, size, race, depth, width, "
    "altitude, elevation, range, speed, radius, diameter, wavelength, thickness, "
    "wingspan, draught, kelvin, kcal, calories, energy, power, weight, mass, volume, "
    "wattage, resistance, resistor, capacity, memory, storage, disk, ram, bandwidth, "
    "resolution, time, times, term, period, contract, lead time, age, months, minutes, "
    "metres, meters, mesh, vision, bound, threshold, limit, minimum, maximum, min, "
    "max, höhe, länge, breite, tiefe, entfernung, distanz, dauer, laufzeit, "
    "temperatur, größe, strecke, weite, grenze, untergrenze, obergrenze, schwelle, "
    "durchmesser, gewicht, speicher, hauteur, longueur, largeur, profondeur, durée, "
    "température, taille, seuil, poids, altura, longitud, distancia, duración, "
    "duração, temperatura, tamaño, tamanho, profundidad, altitud, altitude, peso, "
    "comprimento, höjd, längd, djup, avstånd, sträcka, varaktighet, storlek, vikt, "
    "altezza, lunghezza, durata, profondità, hoogte, lengte, afstand, duur, "
    "temperatuur, grootte, ऊँचाई, ऊंचाई, लंबाई, दूरी, अवधि, तापमान, आकार, ارتفاع, "
    "الارتفاع, طول, الطول, مسافة, المسافة, مدة, المدة, حرارة, الحرارة",
)
COUNTED = pgettext_lazy(
    "words, separated by commas",
    "population, inhabitants, residents, followers, subscribers, users, views, visits, "
    "visitors, downloads, streams, students, pupils, graduates, members, sales, "
    "turnover, profit, budget, funding, assets, debt, gdp, gnp, value, market cap, "
    "capitalisation, capitalization, valuation, births, deaths, places, headcount, "
    "staff, units, output, production, exports, imports, customers, votes, voters, "
    "passengers, tickets, copies, homes, households, vehicles, cars, amount, spend, "
    "spending, expenditure, investment, donations, grants, loans, balance, fee, fees, "
    "umsatz, einwohner, bevölkerung, beschäftigte, studierende, schüler, besucher, "
    "mitglieder, geburten, gewinn, betrag, wert, ertrag, haushalte, kunden, "
    "population active, habitants, étudiants, effectifs, ventes, chiffre d'affaires, "
    "salaire, valeur, montant, emplois, población, habitantes, empleados, estudiantes, "
    "ventas, salario, valor, população, empregados, estudantes, vendas, salário, "
    "befolkning, invånare, anställda, studenter, elever, lön, omsättning, antal, "
    "popolazione, abitanti, studenti, stipendio, inwoners, werknemers, studenten, "
    "loon, omzet, जनसंख्या, वेतन, आय, السكان, الراتب, الموظفين, عدد",
)
NO_MEASURE = pgettext_lazy(
    "words, separated by commas",
    "lat, latitude, lon, lng, long, longitude, x, y, coord, coords, coordinate, "
    "coordinates, easting, northing, geo, grade, grades, gpa, mark, marks, note, "
    "noten, level, stage, class, classification, category, course, section, chapter, "
    "paragraph, clause, article, version, release, edition, ip, §, breite, länge, "
    "breitengrad, längengrad, geogr. breite, geogr. länge, stufe, klasse, kurs, "
    "wechselkurs, abschnitt, kapitel, ziffer, fach, schulnote, notendurchschnitt, "
    "niveau, classe, cours, chapitre, latitud, longitud, nota, nivel, clase, curso, "
    "nível, latitudine, longitudine, classe, voto, betyg, nivå, klass, bredd, "
    "breddgrad, längdgrad, cijfer, breedtegraad, lengtegraad, karakter, ocena, "
    "अक्षांश, देशांतर, خط العرض, خط الطول",
)


def is_measured(label):
    """Return whether it says lengths, times, temperatures: Height, Laufzeit."""
    return not words_of(MEASURED).isdisjoint(tokens(label))


def is_counted(label):
    """Return whether it says people, money or other things that are counted."""
    return says_how_much(label) or counts_wholes(label)


def counts_wholes(label):
    """Return whether it says people or things, of which there is no thousandth."""
    return not words_of(COUNTED).isdisjoint(tokens(label))


def tells_no_decimals(label):
    """Return whether its points are no sign of how measures are written: Lat, §."""
    known = words_of(NO_MEASURE)
    label = re.sub(r"\(.*?\)", " ", label[:200])
    words = [word.rstrip("0123456789") for word in tokens(label)]
    if "§" in label or " ".join(words) in known:
        return True
    return bool(words) and (words[-1] in known or words[0] in known)

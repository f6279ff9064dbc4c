"""Name words that answer to another: whoever asks for “young” is told of ages.

Other than synonyms, it is one way, and such a word counts for less than what was asked
for: whatever has the words of the question itself comes before it.
"""

from functools import lru_cache

from .tokens import units

LONGEST = 2  # words of a name
# What is asked for, and after the colon what pages say of it.
RELATED = {
    "en": """
        hard, tough, difficult, problem, struggle, obstacle, hurdle, downside, drawback,
            disadvantage, worst: challenge, difficulty, hard, wrong
        young, old, youth, elderly, retire, generation: age, aged
        university, uni, college, school, academic, diploma, major, faculty, subject,
            graduate, study, course: degree, education, educational, study
        qualified, eligible, background, requirement, prerequisite: education, required,
            skill, need
        learn, ability, strength, expertise, talent: skill, need, study, know
        advance, advancement, progression, promotion, progress, climb, career progression,
            career path, career development, career change, move on: later, next
        track, tracking, tracker, visitor, surveillance, spy: analytics, cookie, count
        internet, online, wireless, connection: wi-fi, wifi
        change, changed, trend, history, evolve, development, raise, increase,
            over time: year, rise, risen, grow
        grow, growth, expand, boom, trend: grow, demand, forecast, outlook
        percentage, proportion, share, ratio, fraction, portion: share, percentage
        women, woman, men, man, female, male, girl, boy, diversity, lady: gender, sex
        enjoy, like, love, happy, fulfilling, rewarding, fun, boring, regret, content,
            satisfied, worth: satisfaction, satisfied, content, happy, again
        hire, hiring, vacancy, opening, job, position: openings, posting, employ, demand
        sector, business, company, domain, employer: industry, employer
        description, role, duty, task, assignment, function, activity: responsibility,
            duty, role, task, work
        nation, abroad, worldwide, world, global, location, continent: country, region,
            place, world
        area, local, location, city, near: region, town, city
        begin, enter, path, route, way, started, entry, beginner: become, start, begin
        automate, automation, robot, obsolete: machine, replace
        apply, application, recruitment, selection, hired, candidate: interview, chosen,
            adverts
        money, lucrative, compensation, paycheck, rich, wealthy, remuneration,
            pay rise: earn, salary, pay
        expensive, cheap, budget, afford, capital, invest, fee: cost, price, money, dear
        mistake, typo, bug, incorrect, complaint, complain, feedback: error, report,
            problem, wrong
        contact, email, message, reach: report, tell, write
        author, writer, publisher, editor, behind: about, editor, content
        source, reference, citation, reliable, trustworthy, accurate: source, content,
            number, document
        blind, disabled, disability, deaf, impaired, magnifier: accessibility, screen,
            reader
        personal, collect, store, gather, consent: privacy, cookie, kept, data
        stack, technology, software, equipment, instrument, program: tool, library,
            framework, language
        framework, library, package, toolkit: framework, library, tool
        certified, certificate, certification, bootcamp, training, credential, exam,
            class: certification, certificate, training
        worth, value, revenue, size, big, large: size, market
        bias, discrimination, moral, responsible, ethic, fairness: ethical, bias,
            fairness
        routine, morning, everyday, daily, schedule, typical: day, hours, week
        team, colleague, boss, alone, solo, coworker: team, alone, work with
        compare, comparison, similar, same, distinguish, distinct, vs: difference,
            compared, differ, same
        misunderstanding, stereotype, wrong, belief, believe, cliché, fiction: misconception,
            myth, wrong
        stressed, pressure, burnout, exhausting, relaxed: stressful, stress
        remote, home, office, telework: home, remote
        commute, trip, abroad, travelling: travel
        overtime, weekend, evening, shift, part-time: hours, week
        permission, permit, authorisation, approval, law, legal: licence, permit, rules
        popular, common, frequent, leading, top: most, common, commonly
        project, application, use case, used for: example, industry
        fix, solve, overcome: challenge, report
        time: hours, week, day
        job description: responsibility, duty, role
        future, tomorrow, decade: outlook, forecast, years
    """,
}


@lru_cache(maxsize=8)
def _related(language):
    """{name, as tokens: the names that answer to it}"""
    found = {}
    text = RELATED.get(language.partition("-")[0], "")
    rows, row = [], ""
    for line in text.splitlines():
        row += " " + line.strip()
        if row.strip() and not row.rstrip().endswith((",", ":")):
            rows.append(row)
            row = ""
    for one in rows:
        asked, _, answers = one.partition(":")
        answers = [_name(name, language) for name in answers.split(",")]
        for name in asked.split(","):
            key = _name(name, language)
            there = found.setdefault(key, [])
            there += [one for one in answers if one != key and one not in there]
    return found


def related(terms, at, language):
    """Return how many terms from there are a name, and the names that answer to it.

    Each is a tuple of tokens.
    """
    tokens, found, names = (), (0, ()), _related(language)
    for count, term in enumerate(terms[at : at + LONGEST], start=1):
        if term.in_a_row or (count == 1 and term.is_stop_word):
            break
        tokens += tuple(token.text for token in term.tokens)
        if tokens in names:
            found = count, names[tokens]
    return found


def _name(text, language):
    return tuple(token.text for unit in units(text, language) for token in unit.tokens)

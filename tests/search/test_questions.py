"""Test that questions are read as people mean them."""

from careerguide.search.query import parse
from tests.each import each


def tokens(text, language="en-gb"):
    terms = parse(text, language).terms
    return [token.text for term in terms for token in term.tokens]


@each(
    "text",
    [
        "how much do nurses make",
        "How much does a nurse make?",
        "how much money can nurses make",
        "how much would she make",
    ],
)
def test_how_much_somebody_makes_is_what_they_earn(text):
    assert "earn" in tokens(text)
    assert "make" not in tokens(text)


@each(
    "text",
    [
        "who makes the tools",
        "how much difference does a degree make",
        "how do they make bread",
        "make",
    ],
)
def test_other_questions_are_left_alone(text):
    assert "make" in tokens(text)
    assert "earn" not in tokens(text)


def test_other_languages_are_left_alone():
    assert "earn" not in tokens("how much do nurses make", "de")


@each(
    "text",
    [
        "what is it like to be a",
        "can you please explain how to",
        "I'm looking for something about",
        "do you need any",
    ],
)
def test_words_of_questions_say_little(text):
    assert all(term.is_stop_word for term in parse(text, "en-gb").terms)


@each("word", ["without", "degree", "old", "late", "home", "become"])
def test_words_that_say_what_is_asked_for(word):
    assert not parse(word, "en-gb").terms[0].is_stop_word


@each(
    "text",
    [
        "who wrote this",
        "what do you know about me",
        "when was this page updated",
        "Do you track visitors?",
        "where do the numbers come from",
        "can I make the text bigger",
        "when was this updated",
        "who checked the numbers",
        "have the figures been verified",
        "what is the source of the statistics",
        "how old is the data",
        "can the numbers be trusted",
        "licence",
        "how do I report a wrong number",
        "are my searches saved",
    ],
)
def test_question_asks_for_the_site(text):
    assert parse(text, "en-gb").question.is_of_site


@each(
    "text",
    [
        "do you need a degree",
        "can I work from home",
        "is this job for me",
        "who do nurses work with",
        "licence to sell food",
        "who checks patients",
        "download the guide",
    ],
)
def test_question_asks_for_a_career(text):
    assert not parse(text, "en-gb").question.is_of_site


@each("text", ["what tools do people use", "the best part of a typical day"])
def test_light_words_say_a_little(text):
    terms = parse(text, "en-gb").terms
    assert sum(term.is_light for term in terms) >= 2
    assert any(not term.is_light and not term.is_stop_word for term in terms)


@each(
    ("text", "name"),
    [
        ("do I have to learn Latin", "essential"),
        ("no Latin", "essential"),
        ("I never had Latin", "essential"),
        ("can you be a nurse without a degree?", "essential"),
        ("nurse vs midwife", "difference"),
        ("nurse or midwife", "difference"),
        ("is a nurse another name for a midwife", "same"),
        ("is a nurse just a midwife", "myth"),
        ("is it true that nurses work at night", "misconception"),
        ("nurse = midwife", "misconception"),
        ("how many years is the course", "training"),
        ("I am 46, is there a way in", "late"),
        ("where are the hospitals", "region"),
        ("do nurses like their work", "satisfaction"),
        ("what does a nurse do all day", "duty"),
        ("explain a nurse in simple words", "definition"),
        ("what exactly is a nurse", "definition"),
        ("what is it like", "day"),
    ],
)
def test_form_of_a_question_says_how_its_answer_is_named(text, name):
    hints = parse(text, "en-gb").question.hints
    assert tokens(name)[0] in {token for names in hints for (token, *_) in names}


@each("text", ["nurses", "pay of nurses", "likes", "hours and pay of a nurse"])
def test_words_alone_have_no_hints(text):
    assert parse(text, "en-gb").question.hints == ()


def test_languages_without_questions_have_no_hints():
    question = parse("do I have to learn Latin vs Greek, I am 46", "de").question
    assert (question.hints, question.ages, question.is_question) == ((), [], False)


@each(
    ("text", "name"),
    [
        ("who checked the numbers", "content"),
        ("what is this site about", "about"),
        ("who is responsible for this site", "publish"),
        ("how long is feedback kept", "privacy"),
        ("my ip address", "privacy"),
        ("is the text too small", "enlarged"),
        ("this number on your page is wrong", "report"),
    ],
)
def test_question_of_the_site_says_how_its_answer_is_named(text, name):
    hints = parse(text, "en-gb").question.hints
    assert tokens(name)[0] in {token for names in hints for token in sum(names, ())}


@each(
    ("text", "word", "other"),
    [
        ("is a degree a must", "degree", "education"),
        ("no degree", "degree", "education"),
        ("is university compulsory", "university", "education"),
        ("how big is the nursing industry", "industry", "market"),
        ("industry revenue worldwide", "industry", "market"),
        ("who verified the figures", "figures", "content"),
        ("were the numbers checked", "checked", "comes"),
    ],
)
def test_word_may_as_well_be_another_in_its_question(text, word, other):
    [term] = [term for term in parse(text, "en-gb").terms if term.word == word]
    assert tokens(other)[0] in [token.text for token in term.joined]


@each(
    "text",
    [
        "how many have no degree",
        "degree of a piano player",
        "which industries are there",
        "numbers of nurses",
    ],
)
def test_word_is_itself_in_other_questions(text):
    assert parse(text, "en-gb").question.also == {}


@each(
    ("text", "there", "not_there"),
    [
        ("which country has the most jobs", "posting", "jobs"),
        ("which jobs are there", "jobs", "posting"),
        ("how many work in IT", "technology", "it"),
        ("what is in it for me", "it", "technology"),
    ],
)
def test_word_is_another_in_its_question(text, there, not_there):
    found = tokens(text)
    assert tokens(there)[0] in found
    assert tokens(not_there)[0] not in found


def test_age_in_the_plural_need_not_be_there():
    [*_, age] = parse("nurses in their 30s", "en-gb").terms
    assert age.is_light


@each(
    ("text", "count"),
    [
        ("nursing guide", 1),
        ("a career in nursing", 1),
        ("nursing as epub download", 2),
        ("guide dog", 0),
        ("career change", 0),
        ("this guide", 0),  # which is the site
    ],
)
def test_words_for_a_guide_as_a_whole(text, count):
    assert len(parse(text, "en-gb").question.of_guide) == count


def test_age_of_who_asks_need_not_be_there():
    terms = parse("I am 46 and want 120 euros", "en-gb").terms
    light = [term.tokens[0].text for term in terms if term.is_light]
    assert "46" in light
    assert "120" not in light


def test_word_that_is_asked_for_says_something():
    terms = {t.word: t for t in parse("which jobs, and a job", "en-gb").terms}
    assert not terms["jobs"].is_light
    assert terms["job"].is_light


@each(
    "text",
    ["which herbs should a nurse know", "what kinds of herbs do I need to study"],
)
def test_what_ends_a_question_only_asks_for_what_was_named(text):
    terms = parse(text, "en-gb").terms
    telling = [t.word for t in terms if not t.is_stop_word and t.word != "nurse"]
    assert [word for word in telling if word not in ("kinds", "kind")] == ["herbs"]


def test_what_is_named_after_knowing_is_asked_for():
    def knowing(text):
        return parse(text, "en-gb").question.forming

    assert knowing("do nurses need to know how to cook")
    assert knowing("do nurses need to know the law")
    assert not knowing("what do nurses need to know")


def test_what_ends_a_question_counts_where_nothing_was_named():
    assert not parse("what should I study", "en-gb").terms[-1].is_stop_word


def test_job_at_hand_says_little():
    def says_little(text):
        [word] = [t for t in parse(text, "en-gb").terms if t.word == "job"]
        return word.is_stop_word

    assert says_little("the risks of this job")
    assert not says_little("job risks")
    assert not says_little("this job or another")


def test_sign_between_words_is_a_word():
    assert "same" in tokens("nurse = midwife")
    assert "same" not in tokens("nurse = midwife", "de")


def test_words_that_point_at_the_site_say_little_where_it_is_asked_for():
    def says_little(text):
        [word] = [t for t in parse(text, "en-gb").terms if t.word == "page"]
        return word.is_stop_word

    assert says_little("is there a mistake on this page")
    assert not says_little("a page of a newspaper")


@each(
    ("text", "is_question"),
    [
        ("what do nurses do", True),
        ("define nurse", True),
        ("night nurse", False),
        ("pay of a nurse", False),
    ],
)
def test_question_is_no_name(text, is_question):
    assert parse(text, "en-gb").question.is_question == is_question


def test_what_you_would_make_is_what_you_earn():
    assert "earn" in tokens("what would I make as a nurse")
    assert "make" in tokens("what do bakers make")


@each(
    ("text", "names_people"),
    [
        ("beekeeping expert", True),
        ("hive designer", True),
        ("are they designers", False),  # a question asks for an answer
        ("hive design", False),
    ],
)
def test_last_word_says_what_somebody_is(text, names_people):
    assert parse(text, "en-gb").question.names_people == names_people

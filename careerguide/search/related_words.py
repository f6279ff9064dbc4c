"""List words that answer to others, by language; of English so far."""

# What is asked for, and after the colon what pages say of it.
RELATED = {
    "en": """
        soft skills, people skills, interpersonal skills: communication, collaboration,
            teamwork
        hard, tough, difficult, problem, struggle, obstacle, hurdle, downside, drawback,
            disadvantage, worst, con, trouble, barrier, pitfall, annoying: challenge,
            difficulty, hard
        young, old, youth, elderly, retire, retirement, generation, year old, how young,
            teenager, twenties, thirties, forties, fifties, senior citizen: age, aged
        too old, too young, too late, late, midlife: late, forty, age
        university, uni, college, school, academic, diploma, major, faculty, subject,
            graduate, study, academia, alma mater, postgraduate, undergraduate,
            educated, educate, schooling, GCSE, A-level: education, educational, degree,
            study
        degree: education, educational
        self-taught, autodidact, self-study: degree, experience, education
        qualified, qualify, eligible, background, requirement, prerequisite, needed:
            education, required, skill, need
        learn, ability, strength, expertise, talent, knowledge, proficient, competent:
            skill, need, study, know
        advance, advancement, progression, promotion, promote, progress, climb, ladder,
            career progression, career path, career development, career change,
            promotion prospects, career prospects, career options, move on, move up,
            afterwards: later, next
        track, tracking, tracker, visitor, surveillance, spy, log, profile, advertising:
            analytics, cookie, count, privacy
        internet, online, wireless, connection, broadband, network: wi-fi, wifi
        change, changed, trend, history, evolve, development, raise, increase, past,
            over time, over the years, timeline: year, rise, risen, grow
        grow, growth, expand, boom, increase, growing, booming, rising: grow, rise,
            demand, forecast, outlook, year
        decline, shrink, fall, dying, saturated, oversupply: demand, outlook, openings
        percentage, proportion, share, ratio, fraction, portion, percent, majority,
            breakdown, distribution: share, percentage
        women, woman, men, man, female, male, girl, boy, diversity, lady, guy,
            non-binary: gender, sex
        enjoy, love, happy, happiness, fulfilling, fulfilled, fulfilment, fulfillment,
            rewarding, fun, boring, regret, content, satisfied, unhappy, worthwhile,
            meaningful, morale, contentment, hate, dislike: satisfaction, satisfied,
            happy, again
        hire, hiring, vacancy, job, position, work available, shortage, employment,
            unemployment, wanted, needed: openings, posting, employ, demand
        sector, field, branch, domain: industry
        business, company, employer, organisation, firm, corporation: industry,
            employer, startup
        description, role, duty, task, assignment, function, activity, responsible,
            in charge: responsibility, duty, role, task, work
        job description, job profile, job spec: responsibility, duty, role
        definition, define, meaning, explain, explained, introduction, overview, basics:
            what, role, definition
        nation, abroad, worldwide, world, global, location, continent, international,
            overseas, foreign, country: country, region, place, world
        area, local, location, city, near, where, county, neighbourhood: region, town,
            city, place
        begin, enter, path, route, way, started, entry, beginner, join, break in,
            get in, get started, first steps, pathway, roadmap: become, start, begin
        automate, automation, automated, robot, obsolete, take over, will AI, does AI,
            by AI, because of AI: machine, replace
        AI, artificial intelligence: machine learning
        mouse, trackpad: keyboard
        apply, application, recruitment, selection, hired, candidate, applicant,
            recruiter, shortlist, assessment, aptitude test: interview, chosen, adverts
        money, lucrative, compensation, paycheck, rich, wealthy, remuneration, pay rise,
            stipend, earnings, pay packet, payment, financial, six figures: earn,
            salary, pay
        expensive, cheap, budget, afford, capital, invest, investment, fee, funding,
            finance, worth: cost, price, money, dear
        mistake, typo, bug, incorrect, complaint, complain, outdated, fault, correction:
            error, report, problem, wrong
        contact, email, message, reach, get in touch, phone: report, tell, write
        author, writer, publisher, editor, owner: about, editor, content
        figure, statistic, stats, data: number
        source, reference, citation, reliable, trustworthy, accurate, trust, credible,
            origin, evidence: source, content
        update, updated, recent, latest, current, fresh, date: updated, date, review
        blind, disabled, disability, deaf, impaired, magnifier, handicapped, dyslexia,
            colour-blind: accessibility, screen, reader
        personal, collect, store, gather, consent, anonymous, confidential, GDPR:
            privacy, cookie, kept, data
        sign up, register, log in, login, password, account: account, sign
        stack, technology, software, equipment, instrument, gear, kit: tool, library,
            framework, language
        program, coding, code, developer: coding, programming
        framework, library, package, toolkit: framework, library, tool
        certified, certificate, certification, bootcamp, training, credential, exam,
            class, MOOC, accreditation, licence, badge: certification, certificate,
            training
        worth, value, revenue, size, big, large, valuation, billion: size, market
        bias, biased, discrimination, discriminate, discriminatory, moral, responsible,
            ethic, fairness, fair, unfair, unethical, morality, sexist, sexism, racist,
            racism, prejudice: ethical, bias, fairness
        routine, morning, everyday, daily, schedule, typical, timetable, diary: day,
            hours, week
        team, colleague, boss, alone, solo, coworker, manager, independent, lonely:
            team, alone, work with
        same, identical, equal: same, difference, misconception
        compare, comparison, similar, distinguish, distinct, vs, versus, distinction,
            unlike, confuse: difference, compared, differ, same
        misunderstanding, stereotype, prejudice, wrong, belief, believe, cliché,
            fiction, truth, lie, false, assume, assumption, misunderstood:
            misconception, myth, wrong
        stressed, pressure, burnout, exhausting, relaxed, work-life balance, anxiety,
            intense, hectic, mental health: stressful, stress, hours
        job market, labour market, employment market: posting, openings, demand, outlook
        bank, banking, insurer, insurance, stock market, trading: finance, financial
        hospital, clinic, doctor, nurse, patient, medicine, medical, pharma,
            pharmaceutical: healthcare, health
        online shop, online store, supermarket, retailer: retail, e-commerce
        factory, plant, production line, car maker, automotive: manufacturing, industry
        tech company, software company, silicon valley: information technology,
            technology
        film, television, music, streaming, cinema: entertainment, media
        boring, bored, fun, rewarding, fulfilling, enjoyable, unhappy, enjoy, love:
            satisfaction, satisfied
        bigger, larger, enlarge: enlarged
        remote, home, office, telework, hybrid, WFH: home, remote
        commute, trip, abroad, travelling, journey: travel
        overtime, weekend, evening, shift, part-time, full-time, late nights,
            work-life balance, nine to five, flexible, flexibility: hours, week
        permission, permit, authorisation, approval, law, legal, regulation, paperwork,
            compliance: licence, permit, rules
        popular, frequent, leading, widespread, prevalent: common, often, demand
        project, application, use case, used for, in practice, real world: example,
            industry
        fix, solve, overcome: challenge, report
        time, duration: hours, week, day, long
        future, tomorrow, decade, prediction, predict, projection, expected, long term:
            outlook, forecast, years
        duration, years, length, quick, fast: long, training, year
        perk, holiday, annual leave, sick leave, parental leave, paid leave, maternity,
            pension, insurance, incentive, commission: bonus, benefit
        suit, suitable, fit, personality, right for me, good fit, cut out: for you
        resume, CV: résumé
        business trip, away from home, on the road, away, relocate, abroad: travel
        gone up, go up, going up, went down, go down, year by year, each year,
            last year, recent years, last few years, yearly, inflation: year, rise,
            risen, grow
        seniority, senior, tenure, experienced, years of experience, veteran:
            experience, level, senior
        get a job, get into, getting into, break into, find a job, find work,
            land a job, way into, route into, become one, switch to, change to,
            move into: become, start, begin
        internship, apprenticeship, work experience, placement: training, become
        good at, strong in, need to know, strengths, traits, capable, attributes: skill,
            ability
        a computer, by computers, ChatGPT, bot, AI take: machine, replace
        after, what next, next step, leave, leaving, quit, exit, change career,
            career switch, switch, other job, transition, specialise, specialisation,
            where to go: next, later
        frustrate, frustrating, frustration, annoy, issue, difficulty, hate, struggle,
            painful, tricky, unpleasant, negative, dark side: challenge, hard, problem
        concern, worry, risk, danger, harm, threat, misuse: considerations, ethical,
            challenge
        easy, simple, effort, effortless, straightforward: hard, challenge, effort
        course, class, online course, tutorial, self-paced: certification, certificate,
            training
        starting salary, entry salary, first salary, graduate salary, junior salary,
            starting pay, starting wage: entry level, beginner, salary, earn
        six figure, figure salary, pay well, well paid, good money, living wage,
            high paying, pay packet, worth it: salary, earn, pay
        job security, secure job, stable, stability, layoff, redundancy, redundant,
            fired, safe, recession, future proof, safe job, die out, disappear: demand,
            outlook, replace, ten years
        spend, spend time, take up time, daily, everyday, day to day, all day,
            every day, daily life, day like, week like, ordinary day, normal day: day,
            task, responsibility, duty, week
        wake, get up, alarm, early: begin, start, day, morning
        part time, half time, night, shift, overnight, day off, days off, weekend, rota,
            work life balance, nine to five, long hours: hours, week, stressful
        gender gap, dominated, male dominated, female share, gender balance: gender
        by itself, by themselves, automatically, autonomous, unsupervised, on its own,
            independently: on their own, alone
        for me, suit me, right for me, should I become, good choice, right choice,
            worth becoming, right person: for you
        introvert, extrovert, shy, sociable, people around: alone, work with, people
        show, prove, GitHub, showreel: portfolio
        asked in, interview questions, job interview, technical test, hiring process,
            get hired, recruitment process, selection process, impress, look for:
            interview, chosen, employers ask, adverts
        algebra, calculus, probability, linear algebra, numeracy, arithmetic:
            mathematics, statistics
        dark mode, night mode, theme, dark theme, light mode: dark, colour
        print, printing, printable, printer, PDF: paper, print
        phone, mobile, smartphone, tablet, small screen: narrow, screen
        zoom, magnify, font size, text size, bigger text: enlarged
        about me, my data, personal data, know about me: privacy
        about us, who are you: about, content
        wrote, write this, behind this, behind the, made this, who makes, run by,
            who runs, who writes, who wrote, who made, created by: editor, content,
            published
        licensed, reuse, copy, cite: licence, software, use
        believe, think, assume, people say, rumour: misconception, belief, wrong
        case study, applied, applied to, used in, useful for, used for: example,
            industry, applications
        Scotland, Wales, England, Ireland, Britain, London, state, province, capital,
            rural, urban, north, south: town, region, place
        gear, toolbox, app, program, device, machinery: tool
        company size, small business, large company: employer, size
        program, programming, software development, software engineering,
            software developing, developing software: coding, programming
        bad data, poor data, messy data, dirty data, noisy data, missing data,
            low quality, poor quality, poor data quality, bad data quality,
            data quality: quality, challenge
        common mistake, common error, common misunderstanding, common belief,
            false belief, wrong belief, common myth: misconception, wrong
        method, technique, classifier, clustering, classification, supervised, boosting,
            k-means: algorithm
        problem solving, critical thinking, analytical thinking, logical thinking:
            think, solve, skill
        hard skills, technical skills, technical knowledge: skill, programming
        data retention, retention, storage period: privacy, kept
        local storage, browser storage: browser keeps, browser
        third party, third parties, third-party: other hosts
        cert, certs, e-learning: certification, certificate
        CAGR, compound growth, annual growth, yearly growth, growth rate: growth rate,
            grow, market
        revenue, turnover, sales, spending, market value, market cap: market size,
            market
        founder, entrepreneur, young company, young companies, new company,
            new companies, new business, new businesses, new firms: startup
        keep up, keeping up, up to date, stay current, stay ahead: pace, advance, trend
        responsible AI, AI ethics, ethical AI, trustworthy AI: ethical
        two-factor, two-step, 2FA, MFA, second factor, authenticator, one-time:
            second step
        IP, IP address: address
        JavaScript, JS: script
        animation, animated, motion, flashing, autoplay: moves by itself
        alt text, image description, picture description: description
        text size, font size, larger text, text too small, small text: enlarged, text
        barrier: challenge, accessibility
        accessible, inclusive, usability, ADA: accessibility
        imprint, legal notice, impressum, publisher: publish, contact
        copyright, terms of use, terms and conditions, terms of service,
            all rights reserved: licence
        contradiction, contradict, inconsistent, inconsistency, discrepancy, mismatch,
            disagree, do not add up: agree, fit together, difference
        backup code, reset password: recovery, password
        overview, summary, at a glance, basics: role, definition
        British, Britain, UK, England: United Kingdom
        American, America, US, USA, States: United States, North America
        Canada, Canadian, Mexico: North America
        Brazil, Brazilian, South America, South American, Latin American, Mexico,
            Argentina: Latin America
        European, EU: Europe
        Asia, Asian, APAC, Japan, Japanese, Australia, Australian, Singapore, Korea,
            Far East, Pacific: Asia-Pacific
        African, Nigeria, Kenya, South Africa: Africa
        Chinese: China, Asia-Pacific
        Indian: India, Asia-Pacific
        German: Germany, Europe
        coding experience, programming experience, coding background,
            programming background, coding ability: coding knowledge, coding
        VoiceOver, NVDA, JAWS, TalkBack, read aloud, read out, text to speech:
            screen reader
        methodology, data source, primary source: source, content
        Bayesian: Bayes
        demanding job, how demanding, too demanding, job demanding: stressful, stress,
            hours
    """,
}

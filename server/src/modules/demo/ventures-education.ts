import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const EDUCATION = ventures(`
Tutor Atlas | matches pupils with tutors who taught the same syllabus | parents of secondary pupils
Slatework | turns a textbook chapter into graded exercises | mathematics teachers
Fieldtrip Ledger | plans school trips with consent, buses and budget | primary schools
Lumen Lab Kits | rents chemistry kits that come back for refilling | rural high schools
Phrasewright | corrects spoken grammar in a daily call | nurses who move abroad
Apprentice Post | keeps the log that trade apprentices must show | vocational colleges
Cantata Practice | listens to instrument practice and marks the bar that failed | music pupils
Openmargin | lets a class annotate one text together | literature courses
Brightsmith | teaches soldering and small repairs by video review | evening schools
Gradient Bootcamp | trains data analysts in sixteen weeks beside a job | career changers
Quizwick | writes quizzes from a lesson recording | corporate trainers
Hearthschool | gives home-schooling families a weekly plan and proof | home educators
Numeracy North | brings adults back to fractions without shame | job seekers
Polyglot Pantry | teaches a language through cooking together | city libraries
Chalkline Timetables | builds timetables that respect part-time teachers | secondary schools
Sable Debate | runs debating leagues with written feedback | school clubs
Campus Orchard | finds internships within walking distance | community colleges
Stepstone Reading | measures reading fluency from one minute of sound | reading specialists
Proofroom | lets supervisors comment theses in one place | university departments
Kinder Kiln | delivers clay projects that are fired and sent back | nursery schools
Saltmarsh Science | runs estuary field stations with live sensors | biology classes
Licence Ladder | prepares lorry drivers for the theory test | haulage apprentices
Codewillow | teaches programming with a knitting machine | girls from ten to fourteen
Mentor Mile | pairs retired engineers with first-year students | technical universities
Syllabary | translates school letters into forty languages | districts with many newcomers
Examwise Marking | marks handwritten short answers with a teacher's key | examination boards
Pitchpine Academy | certifies sawmill operators on a simulator | forestry firms
Weekend Faculty | sells Saturday seminars by working specialists | curious adults
Tessellate | makes geometry puzzles that adapt to each child | upper primary classes
Bursary Bridge | fills in scholarship forms from one profile | first-generation students
Signed Lessons | adds sign language to recorded lectures | online universities
Gatehouse Induction | teaches site safety before the first day | building sites
Orbit Olympiad | trains pupils for science olympiads in small groups | ambitious schools
Careers Compass | tells what graduates of each course earn and do | school leavers
Rosetta Records | converts foreign diplomas into credits | admissions offices
Playwright Junior | stages a play with thirty children in eight weeks | after-school clubs
Canvas Conservatory | teaches oil painting with posted critiques | hobby painters
Maker Bus Tour | drives a workshop from village to village | schools without a workshop
Focus Cohort | keeps remote students at work in silent rooms | distance learners
Nightingale Drills | rehearses ward emergencies in ten-minute scenes | nursing schools
`)

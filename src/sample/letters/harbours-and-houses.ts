import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Aurelie, Gwenllian, Ludo, Orla, Duncan, Moira and others who are in good order this morning. */
export const harboursAndHousesLetters: Storyline[] = [
  storyline(
    'aurelie',
    'Winter timetable',
    letter(
      'b62 11:05',
      'aurelie',
      `Dear Ms Ashdown,

Osterlund Ferries will move to its winter timetable with 120 crew on three vessels. We are examining planning systems and would be pleased to receive your documentation.

With kind regards`,
    ),
    letter(
      'b62 12:40',
      'nell',
      `Dear Aurelie,

documentation is attached, all four pages. May I ask what made you look now? It helps me to leave out three of the four.`,
      {
        attach: [{ name: 'loomwright-four-pages.txt', type: 'text/plain', content: 'Four pages.\n' }],
      },
    ),
    letter(
      'b60 10:32',
      'aurelie',
      `Dear Nell,

in confidence: last winter a sailing was cancelled because two cooks were planned and no engineer. The fourth page was the useful one.`,
    ),
    letter(
      'b59 09:20',
      'nell',
      `Then let us talk about cooks and engineers only. I have cut it to one page.`,
    ),
  ),
  storyline(
    'aurelie',
    'Our meeting at eleven',
    letter(
      'b4 13:30',
      'nell',
      `Aurelie, I have kept eleven o'clock on {+4} for you. Who else will be in the room, so that I bring the right examples?`,
    ),
    letter(
      'b1 11:48',
      'aurelie',
      `Dear Nell,

I shall bring three colleagues: Ms Holm of human resources, our chief purser Mr Wassberg, and a member of the works committee. They have not seen anything yet, so please begin at the beginning. I look forward to {+1}.`,
    ),
    letter('b1 12:30', 'nell', `The beginning it is. I will have four cups ready.`),
  ),
  storyline(
    'gwenllian',
    'Pilots, boats and one crane',
    letter(
      'b280 08:08',
      'gwenllian',
      `Bore da Nell. Harbour master here. I have two pilots, one crane and a sailing club with opinions. The pilots must have slept, the crane must have a driver, and the club must be told no. Which of these do you do?`,
    ),
    letter(
      'b279 09:15',
      'nell',
      `Bore da Gwenllian. The first two. For the third I can print a very official looking timetable.`,
    ),
    letter(
      'b278 08:02',
      'gwenllian',
      `The timetable is on the clubhouse door. They have saluted it. I have never known such a thing.`,
    ),
  ),
  storyline(
    'gwenllian',
    'Refit of the pilot boat',
    letter(
      'b36 08:20',
      'gwenllian',
      `The Morwen goes up on the slip for three weeks so we are down to one boat. I moved everybody round on your screen in ten minutes and then sat there, not knowing what to do with the rest of the morning. So I am writing to you.`,
    ),
    letter(
      'b36 10:01',
      'nell',
      `That is the nicest use of a saved morning. Go and look at the sea, it is your job.`,
    ),
    letter('b35 08:12', 'gwenllian', `I looked at it. Still there.`),
  ),
  storyline(
    'ludo',
    'six cafés, one dishwasher',
    letter(
      'b310 22:02',
      'ludo',
      `hi nell!! ludo from cobbleside, you sat in our place on the korenmarkt last week & left a card under the saucer (nobody does that, i love it). 6 cafés, 70 students, all of them have exams on the same day. help`,
    ),
    letter(
      'b309 09:38',
      'nell',
      `Ludo, the coffee deserved a card. Exams are published a year ahead. Shall we block them now, before anybody promises anything?`,
    ),
    letter('b308 23:11', 'ludo', `blocked!! margaux cried a bit. good crying`),
  ),
  storyline(
    'ludo',
    'number seven',
    letter(
      'b24 21:47',
      'ludo',
      `nell we are opening a seventh!! in bruges!! the lease is signed & i have told nobody but you and my mother. put 12 more heads on the bill from january pls`,
    ),
    letter(
      'b23 09:02',
      'nell',
      `Congratulations, Ludo, and to your mother. Twelve more from January, it is noted, and Petra will send the paper when you have told a third person.`,
    ),
    letter('b22 22:30', 'ludo', `told margaux. she cried again`),
  ),
  storyline(
    'orla',
    'Nights at the hospice',
    letter(
      'b170 07:10',
      'orla',
      `Dear Nell, nobody should do more than three nights in a row with the dying. It is not in any law. I keep to it by hand and by stubbornness, and I retire in two years. Could a machine be stubborn for me?`,
    ),
    letter(
      'b170 09:44',
      'nell',
      `Dear Orla, it can, and it will say why each time, in your words if you give me them.`,
    ),
    letter('b168 07:22', 'orla', `Then let it say: "Three is enough. Go home to somebody."`),
    letter(
      'b167 09:05',
      'nell',
      `It says so now, to anyone who tries to plan a fourth. I have asked that nobody ever edits it.`,
    ),
    letter('b166 07:15', 'orla', `God bless you, and the machine.`),
  ),
  storyline(
    'duncan',
    'The 05:12',
    letter(
      'b205 05:40',
      'duncan',
      `Morning. The 05:12 has left without a driver four times this year, and I do not mean it drove itself. I need to know the night before, not at 05:13. Duncan, Aldermoor depot.`,
    ),
    letter(
      'b205 08:30',
      'nell',
      `Morning Duncan. A message to you at nine in the evening if any of the first ten buses has no confirmed driver. Is nine early enough?`,
    ),
    letter(
      'b204 05:31',
      'duncan',
      `Nine is grand, I am asleep by half past. Wesley from the union says confirm must not mean consent to more hours. I said fine.`,
      {
        cc: ['wesley'],
      },
    ),
    letter(
      'b203 09:12',
      'nell',
      `Wesley is right. It only says "I know and I am coming". I have put that on the button.`,
      { cc: ['wesley'] },
    ),
  ),
  storyline(
    'duncan',
    'A full year of 05:12',
    letter(
      'b48 05:35',
      'duncan',
      `No missed 05:12 since March. The lads have a cake. You are owed a slice and it will not post.`,
    ),
    letter('b48 09:20', 'nell', `Eat mine for me, Duncan. It is the best sort of invoice.`),
  ),
  storyline(
    'moira',
    'kitchen',
    letter(
      'b220 23:50',
      'moira',
      `Angus says be polite so. Good evening. Your thing put two commis on the same section and no one on fish. On a FRIDAY. In SKYE.`,
    ),
    letter(
      'b219 08:40',
      'nell',
      `Moira, that is a bad mistake and it is ours. It did not know that fish is a station on its own. It does since eight this morning. I am sorry about your Friday.`,
    ),
    letter(
      'b218 23:58',
      'moira',
      `Tonight was fine. Most people send me a help article. Fish was covered. Right.`,
    ),
  ),
  storyline(
    'henning',
    'Trams do not swerve',
    letter(
      'b88 14:04',
      'henning',
      `Kære Nell, når en fører bliver syg kl. 4, ringer jeg til syv mennesker. De seks af dem sover. Kan I ringe til den rigtige først?

(English for your colleagues: who is awake, legal and near?)`,
    ),
    letter(
      'b87 09:10',
      'nell',
      `Kære Henning, yes: awake, legal and near, in this order, and it shows you why. Mette has it on her screen from {+2}.`,
    ),
    letter('b86 13:40', 'henning', `Seks mennesker har sovet hele natten. Tusind tak, også fra dem.`),
  ),
]

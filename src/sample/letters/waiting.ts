import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** People whom Nell asked and who have not answered: four to follow up, one past following, one away, one gone. */
export const waitingLetters: Storyline[] = [
  storyline(
    'signe',
    'Two depots',
    letter('b125 08:31', 'signe', `Ottmar says you plan drivers. We have 40. Two depots. Send the price.`),
    letter(
      'b125 09:55',
      'nell',
      `Signe, 40 drivers is 120 euros a month. Before that is worth anything: do your depots share drivers, or swap them?`,
    ),
    letter('b124 08:12', 'signe', `Share. On paper. Ottmar is in copy, he knows the details.`, {
      cc: ['ottmar'],
    }),
    letter(
      'b124 10:40',
      'nell',
      `Thank you. I will look at it with Ottmar and come back only if it is worth your ten minutes.`,
    ),
  ),
  storyline(
    'signe',
    'Two depots, one rota',
    letter(
      'b4 09:04',
      'nell',
      `Signe, your two depots share forty drivers and print two rotas. We put both on one sheet for Osterlund, and their Sunday calls stopped. Shall I show you theirs on {+1}, because your winter timetable starts then?`,
    ),
  ),
  storyline(
    'lowell',
    'Glass does not wait',
    letter(
      'b70 14:44',
      'lowell',
      `Good afternoon Nell,

Lowell from Ferrow. The furnace runs 365 days and the people who feed it do not, by law. We keep to the eleven hours of rest by the good memory of one woman, Apolline. I would like to stop depending on a memory.`,
    ),
    letter(
      'b69 09:31',
      'nell',
      `Lowell, the eleven hours are a rule in our planner that nobody can switch off, not even you. Is that a comfort or a nuisance?`,
    ),
    letter(
      'b68 15:20',
      'lowell',
      `A comfort to me, a nuisance to my night foreman, so I expect it is right.`,
    ),
    letter('b67 10:02', 'nell', `Good. I will bring it and the foreman may try to break it.`),
  ),
  storyline(
    'lowell',
    'The foreman and the eleven hours',
    letter(
      'b5 13:50',
      'nell',
      `Lowell, your foreman found one way round the rest rule and we have closed it, because he was right that it was there. Which evening next week may I bring it back to him?`,
    ),
  ),
  storyline(
    'henrike',
    'Clean room rotas',
    letter(
      'b66 09:41',
      'henrike',
      `Dear Ms Ashdown,

Our auditors ask who was in clean room B at any given hour during the past three years. We can answer, but it takes Ebba two days each time. Does your system keep what was planned apart from what happened?`,
    ),
    letter(
      'b66 12:25',
      'nell',
      `Henrike, yes: what was planned, what was changed by whom and when, and who was there. Ebba would have it in a minute. Nell is fine, by the way.`,
    ),
    letter('b65 08:55', 'henrike', `Dear Nell, then I shall show it to Ebba first and the auditors second.`),
  ),
  storyline(
    'henrike',
    'For the auditors in December',
    letter(
      'b6 10:18',
      'nell',
      `Henrike, I have put three years of clean room B on one page as your auditors will want it. Could Ebba check one day of it against her own list, because one wrong hour there would cost us the other thousand?`,
      {
        attach: [{ name: 'clean-room-b.csv', type: 'text/csv', content: 'hour,people\n06:00,2\n07:00,3\n' }],
      },
    ),
  ),
  storyline(
    'oskar',
    'Five hotels in the snow',
    letter(
      'b90 11:11',
      'oskar',
      `Hi Nell, Oskar here, HR for the five Vintergates. Each of our directors has built his own spreadsheet and each believes it is the standard. I collect them like stamps. Leopold's has macros that play a sound.`,
    ),
    letter(
      'b89 10:22',
      'nell',
      `Oskar, send me the one with the sound and I will tell you what it is really for. There is usually one good idea in each of them.`,
    ),
    letter(
      'b88 11:56',
      'oskar',
      `You were right, the sound means somebody's permit runs out. It is the only one of the five that knew.`,
    ),
    letter('b87 09:09', 'nell', `Then that one wins, and we build the other four around it.`),
  ),
  storyline(
    'oskar',
    'Before the season',
    letter(
      'b7 15:05',
      'nell',
      `Oskar, the lifts open in four weeks. Which one of the five should go first, so that the other directors hear it from a colleague and not from us?`,
    ),
  ),
  storyline(
    'bram',
    'The night press',
    letter(
      'b135 23:20',
      'bram',
      `Ms Ashdown. I run a pressroom that should have closed in 1998. We are still here. I have nobody under fifty and nobody who will work a Friday night. I do not believe that software will change this, but Ottilie asked me to ask.`,
      {
        cc: ['ottilie'],
      },
    ),
    letter(
      'b134 09:12',
      'nell',
      `Bram, it will not make anyone thirty. It may show that only two Fridays in five need a night press at all. Would that be worth knowing?`,
    ),
    letter('b132 22:58', 'bram', `It would be worth knowing and unpleasant to know. Send it.`),
    letter(
      'b130 10:40',
      'nell',
      `Two in five, as I feared and you suspected. The sheet is attached. Nobody else has it.`,
      {
        attach: [
          {
            name: 'fridays.csv',
            type: 'text/csv',
            content: 'friday,needed\n1,no\n2,yes\n3,no\n4,yes\n5,no\n',
          },
        ],
      },
    ),
  ),
  storyline(
    'bram',
    'The Fridays you do not need',
    letter(
      'b14 09:30',
      'nell',
      `Bram, three of five Friday nights stand still and cost you 2,100 euros each. Shall we take one out in January, because nobody would have to be asked twice?`,
    ),
    letter('b11 09:15', 'nell', `Bram, is the first Friday still worth a try?`, { forwards: true }),
    letter('b8 09:40', 'nell', `Last time from me: yes, no, or not this year?`, { forwards: true }),
  ),
  storyline(
    'hedda',
    'Reagents and rotas',
    letter(
      'b72 13:02',
      'hedda',
      `Nell, Gunvor plans the lab by who can sign for which reagent. There are 31 reagents and 14 people and she is on leave from May. I have never slept worse.`,
    ),
    letter(
      'b71 10:45',
      'nell',
      `Hedda, who may sign for what is a list, and lists we can hold. Could Gunvor give us an hour while she still has it all in her head?`,
    ),
    letter('b70 16:18', 'hedda', `She gave you two, I hear, and came back humming.`),
  ),
  storyline(
    'hedda',
    'Thirty-one reagents',
    letter(
      'b4 11:30',
      'nell',
      `Hedda, all thirty-one are in, with the fourteen who may sign. Could you look at the four in red, because two of them have only one name?`,
    ),
  ),
  storyline(
    'piet',
    'The steam plan',
    letter(
      'b3 11:20',
      'nell',
      `Piet, Roswitha says that you know when the steam is on. May I have the hours for the winter, because the hot side starts with them?`,
    ),
  ),
]

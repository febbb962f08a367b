import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Ilse Varnhorst of Pellworm Dairy, from Dov's introduction to the question of this morning. */
export const pellwormLetters: Storyline[] = [
  storyline(
    'ilse',
    'Ilse, meet Nell',
    letter(
      'b120 17:12',
      'dov',
      `ilse runs four dairies and prints her rota on paper. nell makes paper unnecessary. you will like each other, because neither of you says anything twice.

i step out here.`,
      { to: ['ilse', 'nell'] },
    ),
    letter(
      'b119 07:34',
      'ilse',
      `Good morning Nell.

Dov does not introduce people lightly, so I read your page before breakfast. We have 212 people in four plants and a rota that lives on a wall. Write whenever you have something. I read everything before half past eight.`,
    ),
    letter(
      'b119 09:20',
      'nell',
      `Good morning Ilse,

what does the wall do well? I would not want to take down anything that works.

Nell`,
    ),
    letter(
      'b118 07:41',
      'ilse',
      `That is the first sensible question anyone has asked me about it.

The wall is seen by everybody at once, nobody can claim not to have known, and it never needs a password. What it cannot do is change. If one man is ill I print four sheets and somebody drives them round.`,
    ),
    letter(
      'b118 08:58',
      'nell',
      `Then we keep the wall and print it from one place. Give me a fortnight and I will show you, not tell you.`,
    ),
  ),
  storyline(
    'ilse',
    'What is wrong with our rota',
    letter(
      'b57 07:22',
      'ilse',
      `Good morning Nell.

You did not ask, but I counted. Last month: 19 changes after printing, 11 telephone calls on a Sunday, one of them at my mother's birthday.

What I would call a success: print it once a week, not four times. And no calls on Sunday.

I was on the boat until yesterday. She is wooden and unforgiving, we haul her out in the middle of October and that week I do not exist.`,
    ),
    letter(
      'b57 09:47',
      'nell',
      `Ilse,

once a week, and no calls on Sunday. I have written it down in your words and nobody here is allowed to improve them.

What kind of boat?`,
    ),
    letter('b56 07:30', 'ilse', `A folkboat from 1961. She leaks exactly enough to keep one modest.`),
  ),
  storyline(
    'ilse',
    'A real rota, as you asked',
    letter(
      'b17 07:49',
      'ilse',
      `Good morning Nell.

Attached is week 43 of the packing hall, with names taken out. Please do not tidy it up, the mess is the point. The yellow cells are people who swapped and told nobody.`,
      {
        attach: [
          {
            name: 'rota-week-43.csv',
            type: 'text/csv',
            content:
              'person;mon;tue;wed;thu;fri;sat;sun\nP01;E;E;L;L;-;-;N\nP02;N;N;-;-;E;E;-\nP03;L;L;L;swap;E;-;-\n',
          },
        ],
      },
    ),
    letter(
      'b17 11:15',
      'nell',
      `It is a beautiful mess. We read all of it but the swap on P03, because it goes to somebody who is not on the sheet. Who was it?`,
    ),
    letter(
      'b16 07:38',
      'ilse',
      `That was my nephew, who does not work here. You see what I mean about the wall.`,
    ),
  ),
  storyline(
    'ilse',
    'Who sits at the table on {+8}',
    letter(
      'b8 07:44',
      'ilse',
      `Good morning Nell.

In copy are Dr. Ostrander, who signs, Ms Sørfeldt of the works council, and Mr Abeling, who will want to know what it costs. {+8} or the day after at ten, in the long room. Nobody needs to prepare anything, and that includes you.`,
      { to: ['nell'], cc: ['priya', 'wiebke', 'lorenz'] },
    ),
    letter('b8 09:36', 'nell', `Thank you, Ilse. I come unprepared and on time.`),
  ),
  storyline(
    'ilse',
    'Pilot list',
    letter(
      'b5 07:40',
      'ilse',
      `Good morning Nell.

We printed the rota four times this week. Four times! If the packing line goes first, the others will come to look by themselves.`,
    ),
    letter(
      'b5 10:02',
      'nell',
      `Packing line first, then. Send me twelve names and we start with those, because twelve is one crew and its stand-ins.`,
    ),
    letter(
      'b4 16:20',
      'ilse',
      `Here is the list of twelve for the pilot, because you said the packing line should go first. Is {+12} a good first day?`,
      {
        attach: [
          {
            name: 'pilot-list.csv',
            type: 'text/csv',
            content: 'name;crew\nHauke T.;night\nBirte L.;early\nOke S.;late\n',
          },
        ],
      },
    ),
    letter(
      'b4 17:31',
      'nell',
      `{+12} is a good day. I have put the twelve in, in your order, and each of them gets a link and no password. The paper stays on the wall for two weeks beside it.`,
    ),
    letter(
      'b3 07:51',
      'ilse',
      `Good morning Nell.

The pilot list is with me and I like it. We are nearly there. Can the night shift see their own rota on a phone before we sign? It is the only thing my foremen will ask me.`,
    ),
  ),
  storyline(
    'hauke',
    'night shift',
    letter(
      'b60 22:40',
      'hauke',
      `Ilse says I should write. I don't write much. The night shift has forty people and one telephone, and it hangs in my cabin. That's all you need to know.`,
    ),
    letter(
      'b59 08:15',
      'nell',
      `Hauke, that is a better brief than most. Thank you. I will come at night when I come, so that I see the cabin.`,
    ),
  ),
]

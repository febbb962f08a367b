import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Teodoro Quillan of Norrgate Clinics and Kofi Brandvoort of Tamarack Grain. */
export const clinicsAndGrainLetters: Storyline[] = [
  storyline(
    'teodoro',
    'Teodoro, this is Nell',
    letter(
      'b95 18:05',
      'dov',
      `teodoro has 340 nurses and a planner who retires at easter. nell, be kind to him, he plays doubles with me.`,
      {
        to: ['teodoro', 'nell'],
      },
    ),
    letter(
      'b94 10:10',
      'teodoro',
      `Dear Nell,

Dov exaggerates in one respect only: it is 338 nurses, since two went back to Porto. Our planner, Mrs Sandin, has carried the whole of it in her head for nineteen years. When she leaves I shall need either a second Mrs Sandin or something that lets ordinary people do what she does.

I should be glad of half an hour, at a time that suits you.`,
    ),
    letter(
      'b94 11:32',
      'nell',
      `Teodoro,

could Mrs Sandin be there? What she does without thinking is what we must not lose. {+4} at ten?`,
    ),
    letter('b93 09:04', 'teodoro', `She would be delighted, and a little suspicious. {+3} at ten it is.`),
  ),
  storyline(
    'teodoro',
    'After Mrs Sandin had seen it',
    letter(
      'b52 16:48',
      'teodoro',
      `Dear Nell,

Mrs Sandin went home, slept on it, and came back with two pages. On the first are the things your screen does that she cannot. On the second the things she does that it cannot. The second is shorter than she expected, and I think it moved her.

I attach them both. She asked me to say that number seven is not a complaint.`,
      {
        attach: [
          {
            name: 'two-pages.txt',
            type: 'text/plain',
            content: '1. sees all wards at once\n7. I know who should not work beside whom\n',
          },
        ],
      },
    ),
    letter(
      'b51 09:26',
      'nell',
      `Number seven is the best thing anyone has written to us this year. We will not automate it. We will give whoever comes after her a place to write it down.

Please thank her from me.`,
    ),
    letter(
      'b51 17:15',
      'teodoro',
      `I read your mail aloud to her. She said, "well, then." From her that is applause.`,
    ),
  ),
  storyline(
    'teodoro',
    'The order form',
    letter(
      'b4 14:20',
      'teodoro',
      `Dear Nell,

the board has met. We would like to go ahead with all four clinics from January, on the terms of your second letter. What do you need from me to make it a paper that people can sign?`,
    ),
    letter(
      'b3 09:12',
      'nell',
      `Teodoro, that is good news, and thank you for carrying it through the board.

All I need is patience: the order form comes on {+3}, because Petra wants to check the staggered dates first.`,
    ),
    letter(
      'b1 15:02',
      'teodoro',
      `Patience I have. One thing for Petra before it goes out: our finance people only pay what carries their number. Could you put cost centre 4410 on the order form? Without it the paper goes round the house for a month.`,
    ),
  ),
  storyline(
    'kofi',
    'Elevators and headcounts',
    letter(
      'b140 13:20',
      'kofi',
      `Hello Nell!

Greetings from a very dusty office. I heard you on the radio with Greta, the part about Sunday crews. We have two depots, 94 people, and a harvest that does not read calendars. I am not shopping, I am curious. How do you plan for rain?`,
    ),
    letter(
      'b139 10:01',
      'nell',
      `Kofi, badly, like everyone. But you can plan two versions of the week and keep the second in the drawer. When it rains one person presses one button, because that is quicker than forty calls.

What does a wet week cost you today?`,
    ),
    letter(
      'b138 16:55',
      'kofi',
      `You ask like my grandmother. A wet week costs us about 60 paid hours of men looking at the sky. I had never counted before you asked, so now I am annoyed, and it is your fault.`,
    ),
    letter(
      'b137 09:18',
      'nell',
      `I accept the blame. Let us take thirty of the sixty away before you forgive me.`,
    ),
  ),
  storyline(
    'kofi',
    'The dry version and the wet version',
    letter(
      'b44 15:10',
      'kofi',
      `Nell, we used the drawer! It rained on Tuesday at five in the morning, Kwabena pressed the button from his bed, and by six everybody was in the right depot. He has told the story eleven times. It grows.`,
    ),
    letter(
      'b43 08:50',
      'nell',
      `Please let him keep telling it, and write down version three for me. I would like to read it to our engineers, who rarely hear how it ends.`,
    ),
    letter(
      'b42 17:02',
      'kofi',
      `In version three he was also on the phone with the minister. I shall send you version four when it exists.`,
    ),
  ),
  storyline(
    'kofi',
    'Headcounts for both depots',
    letter(
      'b5 11:20',
      'nell',
      `Kofi, could you send me the headcounts of both depots by {+5}? The price hangs on the larger of the two, and I would rather count low than guess high.`,
    ),
    letter(
      'b1 16:40',
      'kofi',
      `A day early, so that you have to say something nice! Tema has 51, Kumasi has 43 and one man who belongs to both and insists on it.

Which of the two depots would you start with, if it were your money?`,
      {
        attach: [
          { name: 'headcounts.csv', type: 'text/csv', content: 'depot,people\nTema,51\nKumasi,43\nboth,1\n' },
        ],
      },
    ),
  ),
]

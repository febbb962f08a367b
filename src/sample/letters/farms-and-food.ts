import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Solveig, Fergal, Anselm, Radomil, Mirela and Karin: answered, closed, or in need of no reply. */
export const farmsAndFoodLetters: Storyline[] = [
  storyline(
    'solveig',
    '400,000 hens',
    letter(
      'b330 06:50',
      'solveig',
      `Nell. Hens lay on Sundays. People prefer not to come on Sundays. Everything else about egg farming is easy. What have you got?`,
    ),
    letter(
      'b330 09:02',
      'nell',
      `Solveig, a way to share Sundays so that everyone can see it is fair. It works because it is visible, not because it is clever.`,
    ),
    letter('b329 06:41', 'solveig', `Visible I like. Come up. Wear boots.`),
    letter('b328 09:10', 'nell', `Boots on, {+5}, first train.`),
  ),
  storyline(
    'solveig',
    'Fair Sundays, one year on',
    letter(
      'b68 06:33',
      'solveig',
      `Numbers for you. Sundays per head last year: lowest 2, highest 31. This year: lowest 11, highest 14. The man with 31 now takes his children swimming. I did not know he had children.`,
    ),
    letter('b68 10:15', 'nell', `I would frame that if it were not so much yours. Thank you for counting.`),
    letter('b67 06:20', 'solveig', `Frame it. Freya will send you a box of the brown ones.`),
  ),
  storyline(
    'solveig',
    'Somebody for the other farm',
    letter(
      'b5 06:44',
      'solveig',
      `My brother-in-law has the farm across the valley and the same Sundays. Will you introduce him to Imani? He talks more than I do, she has the patience.`,
    ),
    letter(
      'b5 09:03',
      'nell',
      `Gladly. Send me his address and I write to both of them today, with Imani first because she will read it to the end.`,
    ),
    letter('b4 06:38', 'solveig', `Sent to Imani directly, saved you a mail. He is already talking.`),
  ),
  storyline(
    'fergal',
    'Creamery in the rain',
    letter(
      'b300 10:20',
      'fergal',
      `Nell, how are you keeping. There was a man here once who did the rota on the back of a feed bag, and when he died they had to frame the bag because nobody could read it and nobody dared throw it out. That is the system you would be replacing. I say it with respect.`,
    ),
    letter(
      'b299 09:42',
      'nell',
      `Fergal, I would not dream of replacing the bag. What did it know that a spreadsheet does not?`,
    ),
    letter(
      'b298 11:11',
      'fergal',
      `It knew who was courting whom. You would be surprised how much of a night shift depends on that.`,
    ),
    letter('b297 09:27', 'nell', `We will leave a column for it and not give it a name.`),
  ),
  storyline(
    'fergal',
    'Spring flush',
    letter(
      'b160 10:55',
      'fergal',
      `Well, it came, eleven days early, like every year, and for the first time in my life I had the people standing there before the milk. Padraig took his hat off to the screen. He thinks I did not see.`,
    ),
    letter(
      'b159 09:12',
      'nell',
      `Tell Padraig the screen saw. I am very glad, Fergal, eleven days is a long time to be ready.`,
    ),
  ),
  storyline(
    'fergal',
    'A visit in January',
    letter(
      'b6 10:31',
      'fergal',
      `You said once that you would come when the roads were at their worst so as to see us honestly. Would the second week of January suit? There will be nothing to look at but the truth.`,
    ),
    letter(
      'b6 15:20',
      'nell',
      `The second week of January, and I bring Jun, because he has never seen milk arrive at four in the morning. Book us the damp room.`,
    ),
    letter('b5 10:08', 'fergal', `They are all the damp room. You are both very welcome.`),
  ),
  storyline(
    'anselm',
    'Sixty pickers and one tractor',
    letter(
      'b180 21:15',
      'anselm',
      `Miss Ashdown, my daughter set up this mail for me. I have sixty pickers in the strawberry weeks and eleven in winter and I write it in a diary. She says you are the person. I say the diary has never broken down.`,
    ),
    letter(
      'b179 09:33',
      'nell',
      `Anselm, keep the diary. Let us copy one week of it and see whether the copy tells you anything that the diary does not. If it does not, you have lost nothing and I have learnt something about strawberries.`,
    ),
    letter(
      'b177 21:40',
      'anselm',
      `It told me that I have had Wilf down for two fields at once since the 4th. He has been too polite to say.`,
    ),
    letter('b176 10:01', 'nell', `Wilf deserves a raise or at least a bicycle.`),
  ),
  storyline(
    'anselm',
    'The paper to sign',
    letter(
      'b6 09:44',
      'nell',
      `Anselm, here is the form, two pages, in large print as promised. It starts in March, when you do.`,
      {
        attach: [
          {
            name: 'order-form-wickerby.txt',
            type: 'text/plain',
            content: 'Order form. Wickerby Growers. 60 people from March, 11 from October.\n',
          },
        ],
      },
    ),
    letter(
      'b2 09:20',
      'anselm',
      `Had it read out to me at breakfast and agree with all of it. Marguerite does the books on {+4}, so I sign then and she posts it. No need to write back.`,
    ),
  ),
  storyline(
    'radomil',
    'Shift patterns, 4 on 4 off',
    letter(
      'b190 08:40',
      'radomil',
      `Dear Nell, we have continental pattern 2-2-3 and workers want 4 on 4 off. Union wants neither. I have made table with all three (attached). Please, which one gives less night for people over 55?`,
      {
        attach: [
          {
            name: 'patterns.csv',
            type: 'text/csv',
            content: 'pattern;nights over 55\n2-2-3;61\n4-4;58\nunion;44\n',
          },
        ],
      },
    ),
    letter(
      'b189 10:10',
      'nell',
      `Radomil, the union's one by fourteen nights a year, which I suspect neither side has noticed. I would show them the number and leave the room.`,
    ),
    letter(
      'b186 08:22',
      'radomil',
      `I left the room. They are still in the room but it is quiet now, so I think it is good.`,
    ),
  ),
  storyline(
    'radomil',
    'Signed pattern',
    letter(
      'b12 08:15',
      'radomil',
      `Dear Nell, it is signed by everybody, the union pattern with small change for Sundays. For your information only, nothing to do. Lukas sends greetings and a photo of the signatures, but it is too big for mail.`,
    ),
  ),
  storyline(
    'mirela',
    'New starters',
    letter(
      'b110 09:30',
      'mirela',
      `Hello Nell, every Monday we have around six new people and by Friday four. I spend Monday typing and Friday deleting. Is there a way for people to type themselves?`,
    ),
    letter(
      'b109 09:12',
      'nell',
      `Mirela, yes, a card with a code that each of them scans once. You would only say yes or no. Doina could hand them out at the gate.`,
    ),
    letter(
      'b108 10:15',
      'mirela',
      `Doina did this today. It took eleven minutes. I have had a coffee on a Monday, which has not happened in this decade.`,
    ),
    letter('b107 09:01', 'nell', `May there be many Mondays like it.`),
  ),
  storyline(
    'mirela',
    'Thank you from the gate',
    letter(
      'b16 13:40',
      'mirela',
      `Only to say that we had 100 starters before Christmas season and the cards worked for all but one, who had scanned the coffee machine. No answer needed!`,
    ),
  ),
  storyline(
    'dagny',
    'The shop that started without asking',
    letter(
      'b46 14:25',
      'dagny',
      `Hi Nell, Dagny from the Hearthside shop on the quay. We just started using the free one and now the other shops look over our shoulder. Sunniva is in copy, it is her bakery. She says hello and that she has not asked for anything, which is her way.`,
      {
        cc: ['sunniva'],
      },
    ),
    letter(
      'b46 15:50',
      'nell',
      `Dagny, hello to you both. You need nobody's leave to plan your own mornings, that is why it is free. I am here if something pinches.`,
      {
        cc: ['sunniva'],
      },
    ),
  ),
  storyline(
    'karin',
    'Flour dust and fairness',
    letter(
      'b100 09:12',
      'karin',
      `Hi Nell. We looked at three systems this spring and took none of them. Yours was the one we argued about longest, which I mean as a compliment. Budget is gone until autumn next year.`,
    ),
    letter('b99 09:40', 'nell', `Karin, thank you for telling me straight. What did you argue about?`),
    letter(
      'b98 10:20',
      'karin',
      `Whether people should see each other's shifts. Half of us think it makes peace and half think it makes war.`,
    ),
    letter(
      'b15 10:30',
      'nell',
      `Karin, you argued in summer about whether people should see each other's shifts. A creamery in Sligo wrote down what happened there after a year, the good and the bad. I thought of your two halves. It is attached, and it wants nothing of you.`,
      {
        attach: [
          {
            name: 'who-sees-what.txt',
            type: 'text/plain',
            content: 'What happened at the creamery in the year after.\n',
          },
        ],
      },
    ),
  ),
]

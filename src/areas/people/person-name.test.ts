import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestName } from './best-name.ts'
import { nameFromAddress, readName } from './person-name.ts'

describe('readName', () => {
  it.each([
    ['Allen, Phillip K.', '', 'Phillip Allen', 'Phillip', 'Allen', 3],
    ['Phillip K Allen', '', 'Phillip Allen', 'Phillip', 'Allen', 3],
    ['Dr. Priya Ostrander', '', 'Priya Ostrander', 'Priya', 'Ostrander', 3],
    ['VARNHORST Ilse', '', 'Ilse Varnhorst', 'Ilse', 'Varnhorst', 2],
    ['Ilse VARNHORST', '', 'Ilse Varnhorst', 'Ilse', 'Varnhorst', 3],
    ["'Ilse Varnhorst'", '', 'Ilse Varnhorst', 'Ilse', 'Varnhorst', 3],
    ['"\'Varnhorst, Ilse\'"', '', 'Ilse Varnhorst', 'Ilse', 'Varnhorst', 3],
    ['ilse@x.de (Ilse Varnhorst)', '', 'Ilse Varnhorst', 'Ilse', 'Varnhorst', 3],
    ['bri@n @ending from br@verock@com (Brian G. Peterson)', '', 'Brian Peterson', 'Brian', 'Peterson', 3],
    ['wendy at uth.edu (Wang, Zhu)', '', 'Zhu Wang', 'Zhu', 'Wang', 3],
    [
      'Allen, Phillip K. </O=ENRON/OU=NA/CN=RECIPIENTS/CN=Pallen>',
      '',
      'Phillip Allen',
      'Phillip',
      'Allen',
      3,
    ],
    [
      '/O=ENRON/OU=NA/CN=RECIPIENTS/CN=KBUCKLEY',
      'karen.buckley@enron.com',
      'Karen Buckley',
      'Karen',
      'Buckley',
      1,
    ],
    ['/O=ENRON/OU=NA/CN=RECIPIENTS/CN=KBUCKLEY', '', 'KBUCKLEY', '', '', 0],
    ['/O=ENRON/OU=NA/CN=RECIPIENTS/CN=GREG_WOULFE', '', 'Greg Woulfe', 'Greg', 'Woulfe', 1],
    ['CN=Karen Buckley/OU=HOU/O=ECT', '', 'Karen Buckley', 'Karen', 'Buckley', 2],
    ['Karen Buckley/HOU/ECT@ECT', '', 'Karen Buckley', 'Karen', 'Buckley', 2],
    [
      'Michael Sabaya/Enron Communications@Enron Communications',
      '',
      'Michael Sabaya',
      'Michael',
      'Sabaya',
      2,
    ],
    ['Jeff Skilling@Enron', '', 'Jeff Skilling', 'Jeff', 'Skilling', 3],
    ['karen.buckley@enron.com', '', 'Karen Buckley', 'Karen', 'Buckley', 1],
    [
      'JimBrulte@aol.com@ENRON <IMCEANOTES-JimBrulte+40aol+2Ecom+40ENRON@ENRON.com>',
      '',
      'JimBrulte',
      '',
      '',
      0,
    ],
    ['IMCEANOTES-Jane+20Doe+40ENRON@ENRON.com', '', 'Jane Doe', 'Jane', 'Doe', 3],
    [
      '\'"Morgan, Richard" <Richard.Morgan@austinenergy.com>@ENRON\'',
      '',
      'Richard Morgan',
      'Richard',
      'Morgan',
      3,
    ],
    ["brian o'brien", '', "Brian O'Brien", 'Brian', "O'Brien", 2],
    ["O'BRIEN, DARA", '', "Dara O'Brien", 'Dara', "O'Brien", 2],
    ['Jan van der Berg', '', 'Jan van der Berg', 'Jan', 'van der Berg', 3],
    ['Berg, Jan van der', '', 'Jan van der Berg', 'Jan', 'van der Berg', 3],
    ['VAN DER BERG, JAN', '', 'Jan van der Berg', 'Jan', 'van der Berg', 2],
    ['MIKE MCCONNELL', '', 'Mike McConnell', 'Mike', 'McConnell', 2],
    ['Mcconnell, Mike', '', 'Mike McConnell', 'Mike', 'McConnell', 3],
    ['Duran, W. David', '', 'David Duran', 'David', 'Duran', 3],
    ['D. Stephen Goddard, Jr.', '', 'Stephen Goddard Jr.', 'Stephen', 'Goddard', 3],
    ['McMichael Jr., Ed', '', 'Ed McMichael Jr.', 'Ed', 'McMichael', 3],
    ['Staudacher, Jochen, Prof. Dr.', '', 'Jochen Staudacher', 'Jochen', 'Staudacher', 3],
    ['Merlise Clyde, Ph.D.', '', 'Merlise Clyde', 'Merlise', 'Clyde', 3],
    ['Ben Quinton, CPM', '', 'Ben Quinton', 'Ben', 'Quinton', 3],
    ['Terry S. Cheng P.E. (E-mail)', '', 'Terry Cheng', 'Terry', 'Cheng', 3],
    ['Roy Mendelssohn - NOAA Federal', '', 'Roy Mendelssohn', 'Roy', 'Mendelssohn', 3],
    [
      'R-devel [mailto:r-devel@r-project.org] On Behalf Of Troels Ring',
      '',
      'Troels Ring',
      'Troels',
      'Ring',
      3,
    ],
    ['Maria Elena Saade', '', 'Maria Elena Saade', 'Maria', 'Saade', 3],
    ['Gilbert-smith, Doug', '', 'Doug Gilbert-Smith', 'Doug', 'Gilbert-Smith', 3],
    ['Brian Wallace (E-mail)', 'wallaceb@phelps.com', 'Brian Wallace', 'Brian', 'Wallace', 3],
    ['Lavorato', 'john.lavorato@enron.com', 'Lavorato', '', 'Lavorato', 1],
    ['jsmith', 'jsmith@austintx.com', 'jsmith', '', '', 0],
    ['K.Spangler', 'kspangler@velaw.com', 'K. Spangler', '', 'Spangler', 0],
    ['B.K. DeLong', '', 'B. K. DeLong', '', 'DeLong', 1],
    ['"Amazon.com"', 'book-news@amazon.com', 'Amazon.com', '', '', 0],
    ['Al.Pollard@NewPower.com@ENRON', '', 'Al Pollard', 'Al', 'Pollard', 1],
    ['Laura Luce@ENRON on 02/14/2001 04:34 PM', '', 'Laura Luce', 'Laura', 'Luce', 3],
    ['James A.', 'james.hughes@enron.com', 'James', 'James', '', 1],
    ['Team Sales <hello@x.de>', '', 'Team Sales', '', '', 0],
    ['Enron General Announcements', '', 'Enron General Announcements', '', '', 0],
    ['Jeannot and Brigitte Favereau', '', 'Jeannot and Brigitte Favereau', '', '', 0],
    ['', 'karen.buckley@enron.com', 'Karen Buckley', 'Karen', 'Buckley', 1],
    ['', '', '', '', '', 0],
  ])('reads %s (%s) as %s', (raw, address, full, given, family, quality) => {
    expect(readName(raw, address)).toMatchObject({ full, given, family, quality })
  })

  it('keeps titles, initials and generations apart from the name', () => {
    expect(readName('Prof. Dr. Anna M. Keller Sr.')).toMatchObject({
      full: 'Anna Keller Sr.',
      title: 'Prof. Dr.',
      middle: 'M.',
      suffix: 'Sr.',
    })
  })

  it.each(['王小明', 'Иван Петров', 'محمد علي', 'Γιώργος Παπαδόπουλος', 'Петров, Иван'])(
    'leaves %s as it stands',
    (name) => expect(readName(`"${name}"`)).toMatchObject({ full: name, quality: 3 }),
  )

  it('never throws, never invents letters, and reads its own result as the same name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.emailAddress(), (raw, address) => {
        const read = readName(raw, address)
        expect([0, 1, 2, 3]).toContain(read.quality)
        if (read.quality >= 2) {
          expect(read.given).not.toBe('')
          expect(readName(read.full).given).toBe(read.given)
        }
      }),
    )
  })

  it('reads both orders of a plain name alike', () => {
    const word = fc.stringMatching(/^[A-Z][bcdfgklmnprtvz][aeiou][bcdfgklnprtvz][aeiou]{1,2}$/)
    fc.assert(
      fc.property(word, word, (given, family) => {
        expect(readName(`${family}, ${given}`)).toEqual(readName(`${given} ${family}`))
      }),
    )
  })
})

describe('nameFromAddress', () => {
  it.each([
    ['phillip.allen@enron.com', 'Phillip Allen', 1],
    ['k..allen@enron.com', 'K. Allen', 0],
    ['.smith@enron.com', '.smith', 0],
    ['s.ward.casscells@uth.tmc.edu', 'Ward Casscells', 1],
    ['d.stephen.goddard.jr@us.arthurandersen.com', 'Stephen Goddard Jr.', 1],
    ['richard-ewing@tamu.edu', 'Richard Ewing', 1],
    ['sara.shackleton2+news@enron.com', 'Sara Shackleton', 1],
    ['mike.mcconnell@enron.com', 'Mike McConnell', 1],
    ['pallen@enron.com', 'pallen', 0],
    ['customer.service@bank.com', 'customer.service', 0],
  ])('reads %s as %s', (address, full, quality) => {
    expect(nameFromAddress(address)).toMatchObject({ full, quality })
  })
})

describe('bestName', () => {
  it('counts the spellings of one name together and shows the best of them', () => {
    const seen = [
      { name: 'Phillip K Allen', count: 3 },
      { name: 'ALLEN, PHILLIP', count: 40 },
      { name: 'pallen', count: 9 },
    ]
    expect(bestName(seen, 'pallen@enron.com')).toMatchObject({
      full: 'Phillip Allen',
      quality: 3,
      middle: 'K.',
    })
  })

  it('does not rename anybody for one odd mail', () => {
    const seen = [
      { name: 'David Comerota', count: 1 },
      { name: 'Lucy Wiltshire', count: 6 },
    ]
    expect(bestName(seen, 'lwiltshire@pdq.net').full).toBe('Lucy Wiltshire')
  })

  it('does not depend on the order of what was seen', () => {
    const seen = fc.array(
      fc.record({ name: fc.constantFrom('Ann Lee', 'LEE, ANN', 'Bo Ek', 'x', ''), count: fc.nat(9) }),
    )
    fc.assert(
      fc.property(seen, (all) => {
        const turned = [...all].reverse()
        expect(bestName(turned, 'a@b.de').full).toBe(bestName(all, 'a@b.de').full)
      }),
    )
  })

  it('falls back on the address where no mail carried a name', () => {
    expect(bestName([], 'karen.buckley@enron.com').full).toBe('Karen Buckley')
  })
})

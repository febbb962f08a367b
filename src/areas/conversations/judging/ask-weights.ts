/**
 * Weights of the logistic model of asking, feature and log-odds a line, made by test/real/judging-fit-asks.ts from the
 * train part of the Parakweet e-mail intent set (Apache-2.0). Not edited by hand.
 */
export const ASK_WEIGHTS: ReadonlyMap<string, number> = new Map(
  `
! $	-0.17
#asking	1.55
#courtesy	-0.02
#imperative	0.73
#question	0.88
$ $	0.31
$ 0	-0.36
$	0.08
0 $	-0.09
0 0	-0.17
0 :	0.27
0 a	-0.18
0 am	0.47
0 and	0.39
0 at	-0.29
0 but	0.29
0 for	-0.14
0 if	-0.25
0 nd	-0.23
0 off	-0.18
0 or	0.38
0 th	0.13
0 to	0.15
0 x	-0.32
0 you	-0.24
0	-0.09
1	-1.58
: $	0.26
: 0	0.29
: mail	-0.29
: please	0.25
:	-0.10
? $	0.87
?	0.04
@	-0.33
^ 0	0.25
^ a	-0.64
^ after	0.16
^ also please	0.15
^ also	0.45
^ and	-0.36
^ apply	0.44
^ are you	0.32
^ are	0.20
^ as we	-0.12
^ as	-0.17
^ before	-0.35
^ but	0.15
^ call	-0.19
^ can you	0.43
^ can	0.36
^ check	0.60
^ chris	0.19
^ could you	0.28
^ could	0.37
^ did you	0.40
^ did	0.56
^ do you	-0.15
^ don't forget	0.42
^ don't	0.29
^ for	0.52
^ go	0.35
^ good	-0.34
^ guys	0.19
^ have	0.35
^ he	-0.18
^ hey	0.17
^ hi	0.34
^ how	-0.56
^ however	-0.16
^ i believe	0.27
^ i don't	-0.32
^ i have	-0.06
^ i hope	0.24
^ i know	0.21
^ i look	-0.24
^ i need	0.47
^ i shall	0.30
^ i will	-0.24
^ i would	0.10
^ i've	-0.17
^ i	0.06
^ if this	0.22
^ if you're	0.22
^ if you	-1.03
^ if	0.28
^ in	-0.41
^ is there	0.35
^ it	-0.19
^ jim	0.32
^ let's	0.54
^ let	0.20
^ look forward	-0.28
^ look	-0.28
^ looking forward	-0.29
^ looking	-0.29
^ my	-0.22
^ now	-0.19
^ one	-0.21
^ our	-0.18
^ perhaps	0.28
^ please add	-0.31
^ please confirm	0.17
^ please do	0.19
^ please don't	-0.20
^ please make	0.18
^ please take	0.16
^ please try	-0.52
^ please use	-0.20
^ please	1.14
^ remember	0.38
^ saturday	0.22
^ see you	-0.38
^ she	-0.34
^ shop	0.50
^ should you	0.34
^ should	0.52
^ so	-0.27
^ sorry	-0.29
^ tell	0.43
^ thanks for	-0.19
^ thanks	-0.31
^ that	-0.63
^ the	-0.93
^ there	-0.22
^ this	-0.66
^ to ensure	-0.63
^ to	0.74
^ today	-0.29
^ unfortunately	-0.30
^ use	0.56
^ we can	0.33
^ we need	0.41
^ we will	-0.17
^ we would	0.22
^ we'll	0.28
^ what is	0.50
^ what	-0.15
^ where	-0.33
^ whether	-0.28
^ who	0.28
^ will	0.21
^ would you	0.22
^ would	0.47
^ you can	-0.46
^ you should	0.42
^ you	0.23
^ your	-0.43
a 0	0.14
a bit	-0.30
a call	0.47
a chance	0.36
a difference	-0.33
a discussion	0.46
a few	0.14
a great	-0.36
a list	0.32
a look	0.22
a meeting	0.24
a minute	0.27
a number	0.33
a question	0.47
a while	-0.20
a	-0.17
able to	-0.04
able	-0.04
about how	0.35
about	0.23
above	0.32
access	-0.26
account	0.15
activate your	-0.19
actually	-0.28
add to	-0.28
add us	-0.27
add	-0.09
additional	0.13
address and	0.26
address book	-0.56
address so	-0.30
address	-0.14
after you	0.52
after	0.27
again	-0.26
ago	-0.26
agreement	-0.34
ahead and	0.30
ahead	0.38
all of	-0.17
all the	-0.16
all your	-0.15
all	-0.38
along	0.21
already	-0.22
also please	0.15
also	-0.06
always	-0.20
am 0	0.37
am going	-0.20
am	0.35
an email	0.15
an	0.27
analyst	-0.22
and 0	-0.30
and a	-0.19
and address	-0.39
and discuss	0.18
and email	0.39
and find	0.24
and get	0.61
and give	0.21
and have	0.36
and if	0.27
and it	-0.25
and let	0.32
and password	0.39
and save	0.31
and tell	0.34
and the	-0.18
and want	-0.36
and we'll	0.37
and we	-0.37
and what	-0.28
and your	-0.16
and	-0.06
android	0.30
another	-0.44
answer	-0.43
any further	0.46
any more	-0.28
any of	-0.29
any other	-0.16
any problems	0.26
any questions	-0.71
any time	0.57
any	0.50
anytime	-0.41
apologies	0.31
app store	0.20
apple	0.30
application	0.27
apply	0.17
appointment	-0.33
appreciate	0.21
appropriate	0.36
approval	-0.27
are available	0.46
are getting	-0.21
are going	0.30
are in	0.45
are looking	-0.26
are you	0.41
are	-0.40
around	-0.23
arrange a	0.19
arrange	0.20
as it	0.28
as possible	0.38
as the	-0.16
as we	-0.26
as you	-0.38
as	-0.15
asap	0.26
ask	0.49
asset	0.38
assistance	-0.25
assume that	0.29
at $	0.14
at 0	0.32
at any	0.22
at this	-0.12
at your	0.48
at	0.41
attached is	-0.29
attached	-0.10
attend	0.24
august 0	-0.16
august	-0.35
available to	0.32
avoid	-0.38
away	0.54
b	-0.46
back in	0.29
back to	0.14
back with	-0.51
bar	0.40
basis	-0.32
bay	-0.24
be a	-0.29
be able	-0.14
be available	-0.22
be great	0.23
be happy	0.27
be helpful	0.19
be in	-0.17
be included	-0.28
be sure	0.42
be the	-0.25
be	0.49
because	-0.30
been	-0.55
before the	0.29
before	0.21
begin	0.29
being	-0.26
believe that	-0.23
believe we	0.31
below :	0.29
below to	-0.47
better	0.10
biggest	0.35
birthday	-0.44
bit	-0.30
board	0.19
bob	-0.19
book	-0.11
brief	0.20
bring	-0.39
budget $	-0.25
budget	-0.18
businesses	-0.18
busy	0.28
but i	-0.12
but if	0.42
but we	0.26
but you	-0.27
but	-0.43
buy	-0.49
by the	-0.10
by	-0.09
calendar	0.33
california	-0.28
call and	0.22
call at	-0.36
call in	0.22
call me	-0.50
call to	0.19
call us	0.25
call with	0.30
call you	0.51
call	0.92
called	-0.31
came	-0.29
can discuss	0.27
can do	0.23
can get	0.13
can have	0.40
can help	-0.52
can meet	0.19
can now	-0.27
can you	0.21
can't	-0.26
can	0.45
carlos	0.35
case	0.43
cause	-0.32
chance	0.40
change your	-0.53
change	-0.56
chat	0.52
check out	-0.26
check	0.62
checking	-0.29
choose	0.51
chris	0.13
claim	-0.42
click here	-0.14
clicking on	-0.38
close	-0.17
com $	-0.15
com	-0.07
come by	0.41
come up	0.20
come	0.05
comment	-0.34
comments $	-0.33
comments	-0.20
commercial	-0.29
communication	0.12
companies	-0.16
company	-0.52
competitive	-0.23
complete	0.14
completed	-0.26
concerns	-0.49
conference	0.12
consider	0.19
contact us	-0.26
contact	0.21
contacts	-0.31
continue to	-0.52
continue	-0.24
contract	0.25
contracts	0.25
conversation	0.16
copies of	0.27
copies	0.29
copy of	0.25
copy	0.13
could you	0.41
could	0.65
cover	0.55
covered	-0.36
create	0.24
created	0.48
credit $	0.31
credit	0.15
currently	-0.21
customer	0.28
customers	-0.18
d	-0.15
data	0.22
date	-0.21
davis	-0.27
day $	-0.17
day to	-0.31
day	-0.13
days	0.12
de brief	0.29
de	0.29
deal $	0.32
deal	-0.14
deals	0.21
dec	0.22
decision	-0.14
defer	0.43
delay	0.25
delivery to	-0.26
delivery	-0.23
desk	0.17
detail	0.16
details	0.21
development	-0.15
did not	-0.23
did we	-0.37
did	-0.55
didn't get	-0.25
didn't	-0.58
difference	-0.30
different	-0.18
dinner	0.42
directly	0.16
discuss $	0.50
discuss further	0.15
discuss the	-0.23
discuss with	0.18
discuss	1.68
discussed	-0.38
discussing	0.39
discussion about	0.27
discussion	0.48
discussions	0.23
do i	-0.32
do not	0.21
do you	-0.23
do	-0.41
does	-0.17
doesn't	-0.29
don't forget	0.26
don't hesitate	0.19
don't know	-0.23
don't think	-0.28
don't you	0.28
don't	0.43
download it	0.30
download the	-0.30
download	0.35
draft	-0.17
dream	-0.36
drop	0.26
due	-0.16
during	0.36
e :	-0.31
e mail	0.40
e	-0.07
early next	0.30
early	0.17
earn	-0.36
east	-0.28
edit	0.27
ees	0.32
effective	0.40
either	-0.32
email $	-0.27
email address	0.27
email and	0.27
email at	0.29
email if	-0.32
email preferences	-0.30
email so	-0.30
email to	-0.25
email us	0.37
email	-0.34
emailing	-0.27
emails from	-0.18
end	-0.21
energy	-0.21
enjoy	-0.16
enron	-0.12
ensure delivery	-0.29
ensure	-0.21
enter	0.47
entire	-0.27
eol	0.15
error	0.33
etc	0.22
europe	0.30
even	-0.48
evening	0.28
event	0.51
ever	-0.33
every	-0.47
everyone	-0.23
everything	-0.22
expect to	-0.28
experience	-0.45
family	-0.26
fax	-0.27
feature	-0.24
features	0.28
feedback @	-0.28
feedback	0.42
feel	-0.29
few minutes	0.19
file	0.29
fill	0.31
final	0.34
finally	-0.43
financial	-0.28
find the	-0.13
first	-0.45
fixed	-0.14
follow up	0.33
follow	-0.13
following	0.28
for $	-0.16
for a	0.11
for an	-0.21
for lunch	0.28
for me	0.20
for the	-0.26
for this	0.21
for us	0.23
for your	0.23
for	0.34
form	-0.13
forward this	0.32
forward to	-0.25
forward	0.07
free	-0.11
friday $	0.35
friday	0.11
friend	-0.38
from a	0.29
from the	0.14
from this	-0.20
from you	0.39
from	-0.27
front	0.24
full	0.42
further $	0.21
further	0.52
gas	-0.26
general	-0.19
get a	0.45
get back	-0.17
get it	0.34
get on	0.34
get that	-0.37
get the	-0.11
get to	-0.57
get together	0.32
gets	-0.54
getting	-0.32
give me	0.63
give us	0.37
give you	-0.20
give	0.31
given that	0.28
given the	-0.26
given	-0.26
glad to	0.28
glad	0.32
go ahead	0.52
go here	-0.19
go to	0.27
go	0.38
goals	-0.30
going to	-0.15
going	0.21
golf	0.29
good idea	-0.27
good	0.18
got a	0.24
got	0.19
great	-0.33
greatly	0.24
ground	0.26
group $	0.32
group	0.10
guess	-0.25
guys	0.48
had	-0.33
handle	0.33
happy to	0.68
happy	0.09
has been	-0.20
has	-0.20
have a	0.22
have an	-0.51
have any	-0.10
have dinner	0.23
have questions	-0.21
have you	0.23
have	-0.21
haven't	-0.36
he	-0.50
health insurance	-0.23
help us	0.27
help	-0.40
her	-0.16
here :	0.30
here to	0.36
here	-0.32
hesitate	0.15
hey	0.17
hi	0.24
him	-0.13
hit	-0.25
home	-0.19
hope	0.03
hoping	-0.26
hotel	-0.43
hours	-0.22
how do	-0.26
how to	0.24
how we	0.21
how	-0.04
however	0.22
http	0.24
i am	-0.07
i can't	-0.12
i can	0.12
i do	0.38
i don't	-0.09
i get	0.52
i had	-0.48
i have	-0.26
i haven't	-0.33
i hope	0.19
i know	0.28
i need	0.10
i shall	0.33
i should	-0.35
i wanted	0.38
i would	0.33
i'd be	0.31
i'd like	-0.40
i'd	0.19
i'll get	-0.30
i'll	0.38
i'm in	0.29
i'm not	-0.23
i'm	0.13
i've	-0.33
idea	-0.18
ideas	0.24
if i	-0.19
if it	-0.37
if the	0.18
if they	0.29
if this	0.30
if you'd	-0.29
if you're	0.26
if you	-0.47
if your	0.23
if	0.47
important	0.25
in a	-0.10
in mind	-0.29
in the	0.04
in touch	0.36
inbox please	-0.25
inbox	-0.24
included	-0.36
including	0.32
index	0.39
info	-0.39
informal	-0.45
information to	0.29
information	-0.10
install	-0.14
instance	-0.38
insurance	-0.58
interested in	0.28
interested	0.28
into the	-0.27
into your	0.12
into	-0.21
invitation	-0.24
involved	0.21
ipad	0.24
iphone	0.25
is good	0.40
is not	0.55
is the	0.42
is	-0.27
issue	-0.25
issues $	0.16
issues	0.15
it $	-0.05
it again	-0.36
it and	0.20
it in	0.64
it is	0.23
it may	0.30
it to	0.30
it will	-0.23
it would	0.15
it	-0.10
items	-0.17
january 0	-0.28
jobs	-0.37
john	0.22
join the	0.21
join us	0.20
join you	0.22
join	1.40
joseph	0.39
july 0	-0.28
july	-0.34
june 0	-0.20
just give	0.35
just go	-0.34
just reply	0.36
just	-0.12
keep in	-0.27
keep	0.12
ken	0.34
kevin	-0.28
kids	-0.20
kind	0.25
know how	0.17
know if	0.61
know that	-0.34
know when	-0.46
know you	0.42
know	0.50
last	-0.11
late	-0.30
later	-0.26
learn more	0.21
learn	0.32
leave	0.04
len0	-0.70
len1	-0.24
len2	-0.25
len3	-0.55
len4	-0.27
len5	-0.61
len6	-0.60
len7	-0.24
len8	-0.70
let me	0.16
let's	0.55
let	0.01
lets discuss	0.30
lets you	-0.65
lets	-0.61
letter	0.34
level	0.30
life	-0.53
like a	0.43
like to	-0.51
like you	0.13
like	0.05
line	-0.37
link $	-0.39
link below	-0.28
link to	0.46
link	-0.11
list $	-0.20
log into	0.40
log	0.47
login	0.37
logistics	-0.38
long	-0.24
longer	-0.39
look at	0.20
look forward	-0.40
looking for	-0.32
looking forward	0.18
looking	-0.28
looks	0.38
love to	0.16
lunch ?	0.32
lunch	0.62
m	0.14
mail $	-0.35
mail message	-0.24
mail	-0.18
make $	-0.25
make any	0.27
make it	-0.17
make sure	-0.14
make the	0.19
make this	-0.21
make your	0.40
make	-0.48
makes sense	-0.23
makes	-0.36
manage your	0.40
manage	0.43
management	-0.17
many	-0.22
mark	0.27
market	-0.28
marketing	0.33
markets	-0.24
may be	-0.41
may want	0.36
may	0.12
me $	0.27
me 0	-0.40
me a	0.76
me an	0.19
me at	0.37
me i	0.28
me in	0.28
me know	0.69
me on	0.36
me the	-0.16
me this	-0.38
me to	0.33
me what	0.27
me	0.49
media	-0.30
meet you	0.42
meet	1.42
meeting $	0.46
meeting you	-0.17
meeting	0.47
membership	-0.41
messages from	-0.33
messages	-0.30
might want	-0.24
might	-0.08
mike	0.43
mind that	-0.32
mind	0.07
minute	0.23
mobile	-0.14
monday	0.21
money	-0.45
month	0.29
more than	-0.31
more	-0.19
morning	0.11
most of	-0.23
most	-0.42
much	0.14
my	-0.19
name	-0.12
names	-0.25
need to	0.31
need	0.58
needs to	-0.22
new features	0.34
new	-0.20
next week	0.11
next	0.44
nice	0.28
night	-0.30
no longer	-0.14
no	-0.19
not to	-0.27
not	-0.24
note	-0.31
november 0	0.33
november	0.49
now $	0.42
now :	0.29
now and	0.19
now	-0.09
number of	0.20
number	0.16
numbers	0.17
of $	0.32
of a	-0.35
of our	0.26
of the	-0.07
of these	0.34
of those	-0.26
of us	0.40
of your	-0.12
of	-0.24
off	-0.43
on a	-0.33
on any	0.34
on for	0.39
on his	0.35
on how	0.40
on monday	0.27
on my	0.33
on sunday	0.18
on the	-0.10
on this	-0.22
on thursday	0.12
on tuesday	0.31
on your	0.50
on	0.23
once you	0.20
once	-0.29
one $	-0.27
one of	0.18
one	-0.20
online	0.37
open the	0.21
open	0.45
opportunity	0.21
opt out	0.31
option	0.51
or concerns	-0.25
or just	-0.34
or need	-0.33
or not	-0.33
or	-0.12
order	0.20
other	-0.32
our	0.39
out $	0.15
out of	-0.21
out the	-0.19
out this	-0.24
out	-0.08
owe	0.24
own	-0.14
p	0.33
pack	-0.23
page	0.61
part of	0.19
part	0.18
participate	0.31
parties	0.36
party	0.30
password	0.24
past	-0.17
paste the	0.27
paste	0.19
people	-0.52
perhaps	0.33
person	0.24
phil	0.33
phone call	0.23
phone	0.41
photos	0.43
pipeline	0.26
place	0.29
plan	-0.07
plans	0.35
plant	-0.29
please add	-0.67
please call	-0.23
please click	-0.88
please confirm	0.38
please don't	-0.26
please email	-0.28
please feel	-0.30
please follow	-0.29
please forward	0.35
please get	0.25
please give	0.14
please go	-0.26
please make	0.48
please send	0.20
please try	-0.47
please visit	-0.66
please	1.02
pls	0.24
plus	-0.33
point	-0.47
pool	-0.33
position	-0.43
possible $	0.22
possible	0.13
post	-0.40
power	-0.49
prefer	-0.18
preferences	-0.22
premium	0.42
prepare	0.24
prepared	-0.27
president	-0.29
pretty	-0.25
previous	-0.24
price	-0.29
prices	-0.19
pricing	0.26
prior to	0.30
prior	0.22
probably	-0.16
problem	0.25
problems	0.36
product	0.17
products	-0.16
profile	-0.15
project	-0.17
proposal	-0.16
provide them	-0.33
provided	-0.63
provider	0.19
public	-0.32
puc	-0.31
purchase	0.20
put	-0.19
question	0.53
questions about	-0.24
questions or	-0.19
questions please	-0.90
questions	-0.78
quick	0.37
re :	0.23
re	0.21
reach out	-0.30
read on	-0.32
read	-0.16
reading	-0.32
ready	-0.32
real	-0.38
receive these	-0.32
receive	-0.17
received	-0.41
receiving	-0.32
recommend	0.28
relationship	-0.36
remember	0.20
reply	-0.23
reporting	-0.28
reports	0.19
request	-0.35
respond	0.44
results	-0.18
retrieve	0.41
return	-0.20
review the	0.25
review	0.30
revised	-0.27
right now	-0.19
risk	-0.26
role	0.27
run	0.28
s	0.09
safe	-0.32
sale	-0.27
sales	0.18
sally	-0.34
saturday	0.48
say	-0.14
schedule	0.74
scheduled	-0.22
scott	0.25
second	0.42
see if	-0.30
see the	0.24
see you	-0.30
seeing	-0.21
select the	0.38
select	0.56
sell	-0.31
send it	0.40
send me	0.20
send the	-0.22
send you	-0.34
send	0.25
sending	-0.19
sense	-0.15
sent to	0.26
september 0	0.23
september	0.23
service	-0.29
services	-0.30
shall be	0.18
shall	0.33
share a	-0.27
she can	-0.23
she	-0.51
shop	0.26
short	-0.32
should be	-0.23
should you	0.34
show	-0.18
sign	-0.29
simply	0.48
site	0.27
small	-0.25
so please	-0.13
so that	-0.22
so we	0.11
so you	-0.32
social	0.23
some	0.17
something	0.24
soon as	-0.34
soon	0.19
sources	0.33
speak	0.51
special	-0.15
specific	0.23
st	-0.26
stand	-0.25
start	0.29
starting	0.18
steps	0.43
steve	-0.22
store	0.22
strategy	0.17
stuff $	-0.37
stuff	0.16
subscription	-0.42
such	-0.27
suggest that	0.25
suggest	0.73
sum	-0.20
sunday $	0.48
sunday	0.67
super	0.43
supposed to	0.25
supposed	0.25
sure that	-0.13
sure	-0.06
susan	0.28
switch	-0.23
system	-0.22
t	-0.24
take a	0.15
take	0.35
taking	0.19
talk about	0.26
talk to	0.35
talk	0.48
talked	-0.21
tap	-0.26
team	-0.15
tell me	-0.43
tell you	-0.27
tell	0.22
text	0.20
th $	-0.14
than	-0.21
thank you	-0.35
thank	-0.58
thanks for	-0.21
thanks	-0.39
that a	0.48
that i	0.11
that if	-0.57
that is	-0.19
that it	-0.15
that the	-0.39
that we	0.73
that you	0.47
that your	0.23
that	-0.24
the 0	0.26
the attached	0.43
the best	-0.17
the call	0.30
the contract	0.27
the deal	-0.24
the end	0.32
the enron	-0.31
the event	0.18
the final	0.27
the following	0.28
the letter	0.30
the meeting	0.16
the message	0.39
the new	-0.20
the offer	0.32
the office	-0.34
the perfect	-0.31
the project	0.30
the same	-0.12
the world	-0.27
their	-0.42
them	0.25
then we	0.24
then	0.22
there are	-0.18
there's a	-0.33
there's	0.32
there	-0.20
these emails	-0.20
they	-0.73
thing	-0.12
think the	0.24
think we	0.35
think	0.11
this $	0.33
this 0	-0.37
this e	-0.10
this is	0.26
this link	-0.13
this meeting	-0.30
this morning	-0.26
this to	-0.40
this was	0.34
this week	-0.21
this weekend	0.37
this with	-0.31
this	-0.08
though	-0.34
thought	-0.21
thoughts on	0.30
through the	-0.24
through	-0.12
thursday	0.54
time $	0.31
time for	0.33
time to	-0.26
time	0.32
title	-0.19
to $	0.28
to 0	0.16
to :	0.21
to activate	-0.27
to address	-0.24
to be	-0.61
to call	0.22
to change	-0.45
to come	0.12
to complete	0.19
to confirm	-0.36
to contact	-0.46
to cover	0.27
to create	0.37
to dinner	0.24
to discuss	0.44
to do	0.24
to earn	-0.32
to ensure	-0.21
to get	-0.33
to give	-0.36
to go	-0.25
to have	-0.41
to hear	0.13
to him	-0.30
to join	0.26
to keep	0.20
to know	0.17
to learn	0.16
to leave	0.22
to look	0.31
to make	-0.40
to me	0.28
to meet	0.61
to meeting	-0.22
to miss	-0.26
to participate	0.41
to please	-0.66
to put	0.28
to read	0.19
to respond	0.44
to retrieve	0.41
to review	0.18
to save	-0.30
to see	0.32
to send	-0.42
to share	-0.50
to speak	0.51
to take	-0.38
to talk	0.34
to the	-0.14
to this	-0.11
to unsubscribe	-0.42
to use	-0.32
to verify	0.21
to visit	0.20
to win	-0.30
to you	-0.16
to your	-0.28
today !	0.28
today	0.28
together $	-0.23
together	0.28
tomorrow $	-0.25
tomorrow ?	0.16
tonight	0.79
tonite	0.25
too	0.15
took	-0.27
top	-0.55
touch $	0.23
touch	0.24
transport	0.26
try and	0.25
try	0.60
trying to	-0.42
trying	-0.42
tuesday	0.26
twanda	0.17
twitter	-0.15
u	0.25
under	-0.14
understand	0.27
unfortunately i	-0.25
unfortunately	-0.40
unsubscribe $	-0.11
unsubscribe	-0.61
up $	0.13
up a	0.20
up and	0.41
up to	-0.15
up with	0.23
up	0.14
update on	0.23
update your	-0.18
update	0.22
updated	-0.34
url	0.17
us 0	0.37
us at	-0.14
us please	-0.65
us to	-0.22
us	-0.09
use	0.23
useful	0.34
using	-0.25
utility	-0.16
vacation	-0.26
vehicle	-0.26
verify	0.27
via	-0.13
video	-0.32
videos	-0.38
visit $	0.53
visit our	-0.36
visit the	0.29
visit your	-0.50
visit	0.58
voice	-0.16
voicemail	-0.23
wait	-0.32
want to	-0.17
want	0.14
wanted	-0.11
was wondering	0.24
was	-0.34
way	-0.50
we are	-0.22
we can	0.64
we could	0.68
we discussed	-0.17
we get	-0.35
we have	-0.22
we hope	-0.40
we may	0.18
we need	0.19
we want	-0.45
we will	0.37
we would	0.15
we'd love	0.30
we'll	0.79
we	0.32
web	0.14
wednesday	0.19
week $	0.17
week	0.43
weekend	0.26
weeks $	0.22
weeks	-0.39
welcome to	0.39
well	-0.25
were	0.34
what is	0.67
what time	-0.29
what you	0.26
what's	-0.24
what	-0.09
when you	0.07
when	0.08
whether	-0.32
which is	0.21
which	-0.04
while	-0.30
white	-0.27
who are	-0.48
who	-0.17
wholesale	-0.28
why don't	0.28
why i	-0.32
why	-0.22
will be	-0.25
will discuss	0.40
will have	0.26
will make	-0.30
will send	-0.33
will try	0.42
will you	0.38
will	-0.18
win	-0.29
wish to	-0.40
wish	-0.42
with a	-0.18
with him	0.42
with our	-0.42
with this	0.35
with us	-0.22
with you	0.22
with your	0.08
with	0.10
within 0	0.40
within	0.26
without	0.20
wondering if	0.41
wondering	0.17
work on	0.24
work	0.15
working	-0.34
works for	0.33
works	0.71
world	-0.49
worry	-0.30
worth	-0.25
would be	0.41
would like	0.52
would love	0.24
would make	-0.23
would suggest	0.28
would	0.49
writing	-0.16
x 0	-0.26
x	-0.26
y	0.39
year $	-0.20
year	-0.45
years	-0.19
you :	-0.42
you ?	-0.41
you a	0.15
you about	0.22
you an	0.29
you and	0.72
you are	0.71
you available	0.19
you before	0.24
you can	0.14
you choose	0.33
you could	0.22
you do	-0.47
you don't	-0.36
you enjoy	-0.40
you ever	0.33
you find	-0.35
you for	-0.60
you forward	0.27
you get	0.23
you guys	0.36
you have	0.09
you in	0.20
you love	-0.26
you may	0.46
you might	-0.26
you more	-0.28
you must	0.28
you need	-0.15
you on	-0.43
you please	0.27
you regarding	-0.22
you see	-0.23
you should	0.48
you still	0.50
you the	-0.22
you think	0.64
you to	0.30
you tomorrow	0.41
you try	-0.35
you want	0.16
you will	0.37
you wish	-0.35
you with	-0.20
you won't	0.40
you'd like	0.13
you'd	-0.11
you'll	-0.16
you're not	0.23
you're	0.19
you	0.33
your address	-0.33
your contacts	-0.37
your email	-0.39
your free	0.17
your inbox	-0.28
your life	-0.28
your order	0.23
your subscription	-0.42
your	0.21
youtube	-0.29
`
    .trim()
    .split('\n')
    .map((line): [string, number] => {
      const tab = line.indexOf('\t')
      return [line.slice(0, tab), Number(line.slice(tab + 1))]
    }),
)

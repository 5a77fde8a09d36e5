/** Given names with what their bearers are called; each line one group, the root first. A table of our own. */
const groups = `
abigail abby abbie gail
adelaide addie heidi
agnes aggie
albert al bert bertie
alexander alex alec sandy xander lex sasha alejandro
alexandra alex alexa sandra sandy lexi sasha alejandra
alfred al alf alfie fred
alice ally allie
allison alison ally allie
amanda mandy
amelia amy millie
andrew andy drew andres
angela angie
anne ann anna annie nan nancy hannah
anthony tony antonio ant
arthur art artie
barbara barb barbie babs
beatrice bea trixie
benjamin ben benny benji
bernard bernie
bradley brad
brianna bri
cameron cam
caroline carol carrie
catherine katherine kathryn cathy kathy kate katie kay kitty kathleen cath
charles charlie chuck chas carl carlos
charlotte lottie charlie
cheryl cher
christian chris
christina christine chris tina chrissy christy
christopher chris topher kit
clifford cliff
cornelius neil
cynthia cindy
daniel dan danny
danielle dani
david dave davy
deborah debra deb debbie
dennis denny
dolores lola
donald don donny donnie
dorothy dot dottie dolly
douglas doug
edward ed eddie ted ned teddy eduardo
edwin ed
eleanor ellie nell nora
elijah eli
elizabeth liz beth betty lizzie eliza betsy bess libby lisa
emily em emmy millie
ernest ernie
eugene gene
evelyn evie
florence flo
frances fran francie frannie
francis frank fran frankie
francisco paco pancho frank
franklin frank
frederick fred freddie freddy rick
gabriel gabe
gabrielle gabby
george georgie
gerald gerry jerry
gilbert gil bert
gloria glo
gregory greg
guadalupe lupe
guillermo memo
gwendolyn gwen
harold hal harry
harriet hattie
harrison harry
helen nell nellie
henry harry hank hal
herbert herb bert
howard howie
ignacio nacho
irene rena
isaac ike
isabella isabel bella izzy belle
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jane janie jenny
janet jan
jasmine jazz
jean jeanie
jeffrey jeff geoffrey geoff
jennifer jen jenny jenna
jeremy jeremiah jerry
jesus chuy
jessica jess jessie
joanna jo joanne
john jack johnny jon jackie juan
jonathan jon nathan johnny
jose pepe
joseph joe joey jo
josephine jo josie
joshua josh
juanita nita
judith judy
julia julie
karen kari
kenneth ken kenny
kevin kev
kimberly kim
lawrence larry laurence lars
leonard leo len lenny
lillian lily lil
louis lou lewis louie
louise lou
lucas luke
lucille lucy
luis lucho
madeline maddie
madison maddie
manuel manny
marcus mark marc
margaret peggy maggie meg marge margie greta daisy peg
maria mary mia
martha marty patty
martin marty
mary molly polly mae mamie
matthew matt matty
maximilian max
megan meg
melissa missy mel lissa
mercedes mercy
michael mike mickey mick mikey miguel
michelle shelly
mildred millie
mitchell mitch
nathaniel nathan nate nat
nicholas nick nicky
nicole nikki nicky
norman norm
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty trish tricia
patrick pat paddy
paul paulie
penelope penny
peter pete
philip phil pip
phyllis phyl
priscilla cilla
prudence prue
rachel rach
ralph ralphie
randall randy
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich richie ricky ricardo
robert bob bobby rob robbie bert roberto
roberto beto
rodney rod
roger rog
ronald ron ronnie
rosario chayo
rosemary rose rosie
roxanne roxy
russell russ
samantha sam
samuel sam sammy
sandra sandy
sarah sally sara sadie
sebastian seb
sharon shari
shirley shirl
sidney sid
solomon sol
sophia sophie
stanley stan
stephanie steph
stephen steven steve stevie
stuart stu
susan sue susie suzy susanna susannah
sylvia syl
tamara tammy
teresa theresa terry tess tessa
terence terry
theodore ted teddy theo
thomas tom tommy
tiffany tiff
timothy tim timmy
tobias toby
tyrone ty
valerie val
vernon vern
veronica ronnie
victor vic
victoria vicky tori vicki
vincent vince vinny
virginia ginny ginger
vivian viv
walter walt wally
wesley wes
wilfred will fred
william bill billy will willie liam
winifred winnie
zachary zach zack
`;

const lines = groups
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const groupsOf = new Map<string, number[]>();
for (const [index, names] of lines.entries()) {
  for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), index]);
}

/** Whether two folded given names are names of one person in some group: both of one root, or root and nickname. */
export function areNicknames(one: string, other: string): boolean {
  const groupsOfOther = groupsOf.get(other);
  return (
    groupsOfOther !== undefined && (groupsOf.get(one) ?? []).some((group) => groupsOfOther.includes(group))
  );
}

/** The root that stands for a given name in keys: 'robert' for 'bob'; the name itself where no group has it. */
export function nicknameRoot(name: string): string {
  const [group] = groupsOf.get(name) ?? [];
  return group === undefined ? name : (lines[group]?.[0] ?? name);
}

/** What a folded given name's bearers may be called otherwise; the name itself is not among them. */
export function nicknamesOf(name: string): readonly string[] {
  const names = (groupsOf.get(name) ?? []).flatMap((group) => lines[group] ?? []);
  return [...new Set(names)].filter((other) => other !== name);
}

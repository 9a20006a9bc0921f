"""Words for what somebody is: offices, professions, relations, and the titles that stand before a name."""

from ..evidence.word_list import listed

HONORIFICS = listed(
    """
    mr mrs ms miss mx dr prof sir lord lady dame madam mme messrs hon rev emeritus emerita datuk dato dato' dato’
    datin seri tun haji hajah hj ustaz shri smt
    """
)
TITLES = listed(
    """
    president vice-president premier chancellor senator sen sens representative rep reps congressman
    congresswoman governor gov govs mayor judge justice king queen prince princess emperor pope pastor father
    sister brother bishop archbishop cardinal rabbi imam ayatollah sheikh general gen colonel col lieutenant lt
    major maj captain capt commander cmdr admiral adm sergeant sgt brigadier brig corporal private officer
    detective det sheriff constable inspector supt superintendent ambassador amb secretary minister speaker
    chairman chairwoman chair commissioner professor doctor coach del delegate councilman councilwoman
    councillor councilor alderman assemblyman assemblywoman lawmaker spokesman spokeswoman spokesperson director
    chief leader deputy attorney atty comptroller treasurer chancellor dean reverend baroness baron count duke
    duchess marshal prosecutor solicitor candidate astronaut author singer actor actress comedian cosmonaut
    economist analyst strategist pollster pc dc dci ds di supt insp cllr councillors
    """
)
"""Words that stand before a name with a capital or without one: President, Sen., spokesman."""
ROLES = TITLES | listed(
    """
    apprentice trainee intern pupil
    head boss aide adviser advisor nominee rival opponent contender hopeful incumbent challenger predecessor counterpart
    successor ceo cfo coo cio president-elect founder co-founder owner manager executive expert fellow scholar
    scientist researcher historian physician surgeon nurse teacher student lawyer counsel advocate activist
    campaigner organizer consultant surrogate supporter critic donor voter veteran resident native citizen
    immigrant refugee migrant partner wife husband widow son daughter mother father sister brother uncle aunt
    cousin nephew niece grandson granddaughter grandfather grandmother friend neighbor neighbour colleague ally
    guest host anchor correspondent columnist reporter journalist editor publisher producer writer novelist poet
    artist musician rapper star model winner champion athlete player striker goalkeeper quarterback pitcher
    trainer driver pilot farmer fisherman worker employee clerk cashier assistant associate member mp mep agent
    operative official diplomat envoy negotiator spy soldier guard cop policeman policewoman firefighter witness
    victim suspect survivor defendant plaintiff businessman businesswoman billionaire millionaire mogul magnate
    tycoon investor banker trader broker developer engineer designer architect tour operator pundit commentator
    blogger tech guru democrat republican conservative liberal independent libertarian socialist progressive
    communist mediator monitor minister-designate first-lady lady dictator ruler monarch heir sovereign woman
    man boy girl teenager teen child kid person people mom dad source sources insider officials aides advisers
    leaders experts analysts critics supporters sources police authorities prosecutors investigators lawmakers
    lawyers researchers scientists economists senators representatives democrats republicans chairperson
    rapporteur trustee referee delegate whip principal provost chaplain captain attaché chargé patriarch vicar monk nun
    """
)
"""Nouns for a person by office, work or relation."""
MODIFIERS = listed(
    """
    former late then-president ex-president longtime long-time veteran senior junior deputy vice acting interim
    outgoing incoming assistant associate chief top first current new retired one-time onetime embattled popular
    prominent leading fellow prime foreign finance defense defence interior health national state federal local
    presidential vice-presidential gubernatorial senatorial congressional republican democratic green labour
    labor communist white house campaign press deputy executive managing general special political military
    economic legal public policy communications media research security party committee cabinet opposition
    parliamentary police climate trade energy labor environment environmental human rights union
    """
)
DEPARTMENTS = listed(
    """
    State Defense Defence Staff Commerce Labor Labour Energy Education Treasury Homeland Interior Agriculture
    Transportation Transport Health Justice War Finance Foreign Trade Culture Police State's Parliament Congress
    Government Operations Intelligence Communications
    """
)
"""What follows "Secretary of", "Minister of", "Chief of" as part of the title and not as a name."""
POST_NOMINALS = frozenset(["KC", "QC", "SC", "MP", "MSP", "MEP", "MLA", "CBE", "OBE", "MBE", "PhD", "MD", "RN", "JP"])
"""Letters behind a name that are no part of it."""
PARTICLES = listed(
    """
    de da di del della dos du van von der den al el bin ibn bint la le ter ten abu y e
    """
)
"""Small words inside a name."""
BODIES = listed(
    """
    university institute college school academy ministry department agency bureau office commission committee
    council board court parliament congress senate assembly party association federation union league society
    foundation fund bank group company corporation corp corp. inc inc. ltd ltd. llc plc co. co network news
    times post journal tribune herald gazette press magazine weekly daily
    courier ledger chronicle bulletin radio television tv hospital clinic church center
    centre museum project campaign coalition alliance organization organisation service services force forces
    army navy police guard authority administration government house team club studios records airlines motors
    holdings partners associates systems technologies laboratories labs society trust caucus conference nations
    republic states district county nv ag gmbh asa bhd spa pte
    """
)
"""Last words, or any words, of the name of a body."""
_SUFFIXES = (
    "man", "woman", "men", "women", "person", "ologist", "ographer", "ician", "arian", "ographer", "economist", "ster",
    "keeper", "teacher", "master", "mistress", "driver", "officer",
    "maker", "makers", "holder", "owner", "worker", "workers", "leader", "ist", "ists", "eer", "eers",
)  # fmt: skip


def is_role(word: str) -> bool:
    """Whether a lower-case word names a person by what the person is or does."""
    word = word.rstrip(".")
    named = word in ROLES or word.removesuffix("s") in ROLES
    return named or (len(word) > 5 and word.endswith(_SUFFIXES) and "-" not in word)


def is_title(word: str) -> bool:
    """Whether a lower-case word stands before a name as a title or form of address."""
    word = word.rstrip(".")
    return word in TITLES or word in HONORIFICS


def is_party_label(word: str) -> bool:
    """Whether a word tells a party and the place it sits for, as American papers do behind a name: D-Ohio."""
    return word[:2] in ("D-", "R-", "I-") and word[2:3].isupper()

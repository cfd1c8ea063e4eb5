"""The words of the generated course, the frequent ones first in each list."""

from __future__ import annotations

SUBJECTS = {
    "Baking": "dough flour oven yeast crumb crust loaf salt water proving scoring starter kneading steam tin bran",
    "Accounts": "invoice ledger budget balance receipt audit payment supplier credit debit margin payroll tax",
    "Safety": "ladder helmet hazard barrier alarm extinguisher spill glove inspection permit goggles exit drill",
    "Gardens": "soil seed compost pruning hedge mulch seedling greenhouse frost nettle trellis bulb lawn spade beetle",
    "Writing": "draft sentence paragraph reader heading verb audience outline edit clause summary quotation tone title",
    "Networks": "router packet switch cable latency firewall address protocol gateway bandwidth subnet socket server",
    "Patients": "ward nurse dosage chart symptom bandage pulse consent discharge vaccine allergy shift stretcher",
    "Warehouses": "pallet forklift shelf barcode picker parcel loading dock stock label scanner crate aisle delivery",
    "Meetings": "agenda minutes chair decision attendee room invitation question vote action note deadline speaker",
    "Statistics": "sample average median variance chart outlier survey trend estimate interval bias forecast scatter",
    "Rivers": "flood bank current sediment bridge meadow trout weir estuary reed catchment spring erosion lock ferry",
    "Music": "chord melody rhythm tempo violin rehearsal score octave choir drum harmony conductor stage bow",
    "Law": "contract clause witness court appeal tenant statute evidence verdict lease notice claim judge damages",
    "Energy": "turbine battery grid meter insulation boiler panel heat voltage transformer radiator fuel pump",
    "Teaching": "lesson pupil question rubric feedback homework classroom grade seminar exercise tutor timetable essay",
    "Kitchens": "knife board stove recipe sauce fridge pan whisk portion apron grater simmer broth ladle garnish",
    "Textiles": "loom thread fabric dye seam needle weave cotton linen pattern hem button spindle wool",
    "Maps": "scale contour compass legend grid border survey projection landmark route satellite island harbour atlas",
    "Astronomy": "telescope orbit comet eclipse planet lens galaxy spectrum meteor crater moonlight observatory star",
    "Hotels": "guest booking lobby linen reception checkout suite complaint breakfast concierge laundry tariff",
    "Forestry": "timber sapling chainsaw canopy oak pine felling trail bark fungus ranger nursery undergrowth ring",
    "Photography": "shutter aperture tripod exposure lens portrait flash contrast focus darkroom negative frame filter",
    "Transport": "timetable platform ticket tram driver junction signal luggage carriage depot passenger freight fare",
    "Buildings": "brick mortar beam roof foundation scaffold plaster window insulation drain arch gutter column tile",
    "Clinics": "appointment thermometer syringe referral diagnosis waiting record specimen prescription monitor splint",
    "Beekeeping": "hive queen swarm nectar comb smoker pollen drone wax brood frame veil colony mite honey",
    "Printing": "ink paper margin typeface proof plate binding press fold layout column letterhead spine gloss",
    "Sailing": "rudder keel tide anchor knot mast buoy harbour crew gust compass sheet hull mooring chart",
}
"""Subject to its words."""

TRACKS = "Everyone Creators Managers Engineers"
STARTS = (
    "Understanding Planning Checking Comparing Repairing Choosing Measuring Describing Handling Improving Sharing "
    "Recording Testing Explaining Preparing Watching Sorting Mending Counting Naming"
)
LINKS = "and with before without after under beside for over near"
QUALITIES = (
    "new good clear small first common safe early simple careful quiet late heavy dry open local steady broken exact "
    "spare shallow narrow tidy brittle rusty gentle wooden doubtful seasonal borrowed frozen uneven foreign hollow"
)
VERBS = (
    "check use find move keep change write compare measure order clean replace store report open close count lift "
    "label test repair explain cancel borrow fold sketch rinse weigh polish postpone trace tighten swap unpack"
)
PLACES = (
    "office store workshop yard station school library kitchen hall garage basement market hospital museum studio "
    "harbour village attic tunnel orchard laboratory greenhouse stable chapel bakery quarry lighthouse depot"
)
ENDINGS = (
    "a elo ina ardo eth isk ova enny umi ander ola irin asco ewa ombe ugo ellan ori eska immo unde awi olde ister "
    "ayra ovan elki uma ento ilde arra oss eppa indra olka usa emmet iko anda erly obi uri esten alme oden issa"
)
PATTERNS = (
    "Before you {verb} the {first}, look at the {second} in the {place}.",
    "A {quality} {first} is easier to {verb} than a {second} that nobody checked.",
    "{name} once had to {verb} {number} of them in the {place}, and the {second} still failed.",
    "Ask who will {verb} the {first} when the {second} is {quality}.",
    "The {first} and the {second} belong together: {verb} one, and you must {other} the other.",
    "Nobody at the {place} could say why the {first} was so {quality}.",
    "Write down what the {second} showed, then {verb} the {first} again.",
    "About {number} in a hundred of us forget to {verb} the {second} first.",
    "If the {first} looks {quality}, stop and {verb} it before you {other} the {second}.",
    "{name} keeps the {first} near the {place} so that everyone can {verb} it.",
    "There are three reasons to {verb} a {second}, and the {quality} {first} is the best of them.",
    "You do not need a {place} to {verb} the {first}; a {quality} {second} will do.",
    "What happens to the {second} when people {verb} the {first} too late?",
    "Every {first} has a limit, and {name} found that of the {second} after {number} days.",
    "Most mistakes begin with a {quality} {second} that somebody wanted to {verb}.",
    "Show the {first} to a colleague, who may {verb} what you have missed.",
)
SHORT = (
    "A {quality} {first} spoils the {second}.",
    "First {verb} the {first}, then the {second}.",
    "Keep the {first} away from the {second}.",
    "The {second} in the {place} was {quality}.",
    "Always {verb} a {quality} {second}.",
    "It takes {number} minutes to {verb} the {first}.",
    "Nobody can {verb} a {quality} {first}.",
    "Without a {first} there is no {second}.",
)
QUESTIONS = (
    "What should you do first with a {quality} {first}?",
    "Which of these helps most when the {first} and the {second} disagree?",
    "Your {second} is {quality}. What do you do next?",
    "Why does the {first} matter to the {second}?",
    "Someone hands you a {quality} {second}. Which step is safest?",
)

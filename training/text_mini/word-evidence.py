"""What GoEmotions' annotators called comments that hold EmoNet's own descriptor words.

For each of the 40 categories: its descriptor words (single words, and the plain forms of `FORMS`), the comments of
the train split that hold one of them, and of those the share that each label has, with the lift over the label's
share in the whole split. The label that stands on the words of a category with a high share and lift speaks for it.
The second table turns it round: for each label the categories on whose words it is at least twice as frequent as
elsewhere, with the lift and the number of comments (5 and more). The third gives the labels of single words, the fourth
the pairs of label and category, or label and word, that the crosswalk argues about.
Usage: python3 word-evidence.py TRAIN_TSV LABELS_TXT TAXONOMY_JSON
"""
import json, math, re, sys
from collections import Counter

# Other forms of the descriptor words, as people write them in comments.
FORMS = {
 "Amusement": "amusing amused funny hilarious laughing silly", "Elation": "happy joyful excited thrilled cheerful delighted",
 "Pleasure": "ecstatic blissful pleasurable", "Hope": "hoping hopeful optimistic inspired inspiring determined encouraging",
 "Triumph": "triumphant superior victorious", "Interest": "interesting interested fascinating fascinated curious",
 "Awe": "awesome awe-inspiring wonderful wondrous", "Surprise": "surprised surprising astonished amazed amazing shocked shocking startled",
 "Teasing": "teased joking kidding banter", "Contentment": "content relaxed relaxing peaceful calm satisfied serene glad satisfying",
 "Gratitude": "thankful grateful appreciate thanks", "Affection": "sympathetic compassionate caring tender forgive trust wholesome",
 "Relief": "relieved relieving comforting", "Contemplation": "pondering thoughtful reflecting pensive wondering",
 "Pride": "proud proudly honored dignified", "Fear": "afraid scared scary terrified terrifying dreading horrifying panicking nervous",
 "Anger": "angry furious hate raging annoying annoyed pissed", "Malice": "spiteful sadistic malicious vindictive",
 "Disgust": "disgusting disgusted gross repulsive revolting loathe", "Irritability": "impatient irritated irritating irritable restless frustrating frustrated",
 "Distress": "worried worrying anxious uneasy concerned upset upsetting", "Sadness": "sad sadly grieving heartbroken heartbreaking miserable depressing depressed",
 "Bitterness": "bitter resent resentful cynical salty", "Contempt": "contemptuous disapprove pathetic scornful despise",
 "Disappointment": "disappointed disappointing regretting dismayed", "Shame": "ashamed guilty remorseful humiliated sorry",
 "Numbness": "numb detached apathetic bored boring indifferent", "Doubt": "doubtful suspicious skeptical uncertain doubting unsure",
 "Jealousy": "jealous envious", "Embarrassment": "embarrassed embarrassing awkward shy mortified cringe",
 "Helplessness": "helpless hopeless powerless desperate", "Concentration": "concentrating focused focusing focus",
 "Confusion": "confused confusing bewildered perplexed", "Pain": "painful hurts aching agonizing hurt",
 "Fatigue": "tired exhausted exhausting weary", "Intoxication": "drunk stoned high tipsy", "Sourness": "sour tart",
 "Longing": "yearn longing nostalgic homesick crave wish miss", "Lust": "lusting horny sexy", "Infatuation": "crush adore adorable adoring",
}
train, labels_file, taxonomy = sys.argv[1:4]
names = open(labels_file).read().split()
rows = []
for line in open(train, encoding="utf-8"):
    text, ids, _ = line.rstrip("\n").split("\t")
    rows.append((set(re.findall(r"[a-z]+", text.lower())), [int(i) for i in ids.split(",")]))
base = Counter(i for _, ids in rows for i in ids)
print("| category | comments | labels of 10 % or of lift 3 and more (share, lift) |\n|---|---|---|")
for category in json.load(open(taxonomy))["categories"]:
    words = {w for w in category["words"] if re.fullmatch(r"[a-z]+", w)} | set(FORMS.get(category["id"], "").split())
    hit = [ids for bag, ids in rows if bag & words]
    seen = Counter(i for ids in hit for i in ids)
    parts = []
    for i, n in seen.most_common():
        share, lift = n / len(hit), n / len(hit) / (base[i] / len(rows))
        if n >= 3 and (share >= 0.10 or (lift >= 3 and share >= 0.04)): parts.append(f"{names[i]} {share:.2f} ({lift:.1f})")
    print(f"| {category['id']} | {len(hit)} | {', '.join(parts)} |")
BAGS = {c["id"]: {w for w in c["words"] if re.fullmatch(r"[a-z]+", w)} | set(FORMS[c["id"]].split())
        for c in json.load(open(taxonomy))["categories"]}
print("\n| label | comments | categories of lift 2 and more (lift, comments) |\n|---|---|---|")
for i, name in enumerate(names):
    parts = []
    for category, words in BAGS.items():
        hit = [ids for bag, ids in rows if bag & words]
        k = sum(i in ids for ids in hit)
        lift = k / len(hit) / (base[i] / len(rows))
        if k >= 5 and lift >= 2: parts.append((lift, category, k))
    print(f"| {name} | {base[i]} | " + ", ".join(f"{c} {x:.1f} ({k})" for x, c, k in sorted(parts, reverse=True)) + " |")
print("\n| word | comments | most frequent labels (share) |\n|---|---|---|")
for word in "awe awesome wonder wonderful wholesome trust pathetic contempt glad calm peaceful enthusiasm excited sorry regret concerned doubt boring hurts tired jealous adorable sexy".split():
    hit = [ids for bag, ids in rows if word in bag]
    seen = Counter(i for ids in hit for i in ids)
    print(f"| {word} | {len(hit)} | " + ", ".join(f"{names[i]} {n / len(hit):.2f}" for i, n in seen.most_common(4)) + " |")
print("\n| category or word | label | comments | of them with the label | lift |\n|---|---|---|---|---|")
for where, name in (("Affection", "admiration"), ("Affection", "love"), ("Contempt", "disapproval"), ("Hope", "excitement"),
                    ("Lust", "desire"), ("Helplessness", "sadness"), ("Doubt", "confusion"), ("trust", "approval"),
                    ("sorry", "grief"), ("regret", "remorse"), ("wondering", "surprise"), ("wondering", "curiosity"),
                    ("wonder", "surprise"), ("high", "neutral"), ("drunk", "neutral")):
    i, words = names.index(name), BAGS.get(where, {where})
    hit = [ids for bag, ids in rows if bag & words]
    k = sum(i in ids for ids in hit)
    print(f"| {where} | {name} | {len(hit)} | {k} | {k / len(hit) / (base[i] / len(rows)):.1f} |")
print("\n| labels given together | correlation |\n|---|---|")
n = len(rows); out = []
pair = Counter((a, b) for _, ids in rows for a in ids for b in ids if a < b)
for (a, b), k in pair.items():
    p, q = base[a] / n, base[b] / n
    out.append(((k / n - p * q) / math.sqrt(p * (1 - p) * q * (1 - q)), names[a], names[b]))
for r, a, b in sorted(out, reverse=True)[:16]: print(f"| {a}, {b} | {r:.3f} |")

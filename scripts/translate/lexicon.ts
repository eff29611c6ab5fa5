/**
 * The words of the translate model in three languages. Data only; how they are put together is in english, french and
 * chinese. Chinese is written in words with spaces between them; the spaces are how the tokens are cut.
 */

/** What a noun means, as far as it matters for what can be said of it. */
export type NounClass =
  | "person"
  | "animal"
  | "food"
  | "mass"
  | "drink"
  | "readable"
  | "clothing"
  | "vehicle"
  | "furniture"
  | "thing"
  | "opening"
  | "nature"
  | "place";

export interface Noun {
  readonly en: string;
  readonly enPlural: string;
  readonly fr: string;
  readonly frPlural: string;
  readonly gender: "m" | "f";
  readonly zh: string;
  /** Measure word, such as 辆 for vehicles. */
  readonly measure: string;
  readonly is: NounClass;
  /** Family members need no 的 after a possessive; professions no article after "être". */
  readonly role: "family" | "profession" | null;
}

export interface Adjective {
  readonly en: string;
  /** Masculine, feminine, their plurals, and the masculine before a vowel. */
  readonly fr: {
    readonly m: string;
    readonly f: string;
    readonly mp: string;
    readonly fp: string;
    readonly mv: string;
  };
  /** Stands before the French noun. */
  readonly before: boolean;
  readonly zh: string;
  /** How it stands before a Chinese noun: 大 房子, 快 的 车. */
  readonly zhBare: boolean;
  /** Colours take 是 … 的 where others take 很. */
  readonly colour: boolean;
  readonly of: readonly NounClass[];
}

export interface Verb {
  /** Base, third person singular, -ing; a particle such as "for" stands after a space. */
  readonly en: string;
  readonly enThird: string;
  readonly enIng: string;
  readonly particle: string | null;
  /** je, tu, il, nous, vous, ils. */
  readonly fr: readonly [string, string, string, string, string, string];
  readonly frInfinitive: string;
  readonly zh: string;
  readonly subjects: readonly NounClass[];
  /** Empty for verbs without an object. */
  readonly objects: readonly NounClass[];
  /** A state (like, have) takes no -ing, no modal and no frequency. */
  readonly state: boolean;
}

type NounRow = readonly [en: string, fr: string, gender: "m" | "f", zh: string, measure: string, plural?: string];

/** Plurals that the rules below do not give. */
const irregularPlurals: Readonly<Record<string, string>> = {
  man: "men",
  woman: "women",
  child: "children",
  mouse: "mice",
  fish: "fish",
  sheep: "sheep",
  knife: "knives",
};

function englishPlural(word: string): string {
  const irregular = irregularPlurals[word];
  if (irregular) return irregular;
  if (/(s|x|z|ch|sh|tomato|potato)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function frenchPlural(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(eau|eu)$/.test(word)) return `${word}x`;
  if (/al$/.test(word)) return `${word.slice(0, -2)}aux`;
  return `${word}s`;
}

function nounsOf(is: NounClass, rows: readonly NounRow[], role: Noun["role"] = null): Noun[] {
  return rows.map(([en, fr, gender, zh, measure]) => ({
    en,
    enPlural: englishPlural(en),
    fr,
    frPlural: frenchPlural(fr),
    gender,
    zh,
    measure,
    is,
    role,
  }));
}

export const nouns: readonly Noun[] = [
  ...nounsOf(
    "person",
    [
      ["mother", "mère", "f", "妈妈", "个"],
      ["father", "père", "m", "爸爸", "个"],
      ["brother", "frère", "m", "哥哥", "个"],
      ["sister", "sœur", "f", "姐姐", "个"],
      ["uncle", "oncle", "m", "叔叔", "个"],
      ["aunt", "tante", "f", "阿姨", "个"],
    ],
    "family",
  ),
  ...nounsOf(
    "person",
    [
      ["teacher", "professeur", "m", "老师", "位"],
      ["doctor", "médecin", "m", "医生", "位"],
      ["student", "étudiant", "m", "学生", "个"],
      ["farmer", "agriculteur", "m", "农民", "个"],
      ["baker", "boulanger", "m", "面包师", "位"],
      ["nurse", "infirmière", "f", "护士", "位"],
      ["singer", "chanteuse", "f", "歌手", "位"],
      ["engineer", "ingénieur", "m", "工程师", "位"],
      ["lawyer", "avocate", "f", "律师", "位"],
      ["waiter", "serveur", "m", "服务员", "个"],
      ["writer", "écrivain", "m", "作家", "位"],
    ],
    "profession",
  ),
  ...nounsOf("person", [
    ["man", "homme", "m", "男人", "个"],
    ["woman", "femme", "f", "女人", "个"],
    ["boy", "garçon", "m", "男孩", "个"],
    ["girl", "fille", "f", "女孩", "个"],
    ["child", "enfant", "m", "孩子", "个"],
    ["friend", "ami", "m", "朋友", "个"],
    ["king", "roi", "m", "国王", "个"],
    ["queen", "reine", "f", "女王", "个"],
    ["neighbor", "voisin", "m", "邻居", "个"],
  ]),
  ...nounsOf("animal", [
    ["cat", "chat", "m", "猫", "只"],
    ["dog", "chien", "m", "狗", "只"],
    ["bird", "oiseau", "m", "鸟", "只"],
    ["horse", "cheval", "m", "马", "匹"],
    ["cow", "vache", "f", "牛", "头"],
    ["pig", "cochon", "m", "猪", "头"],
    ["sheep", "mouton", "m", "羊", "只"],
    ["mouse", "souris", "f", "老鼠", "只"],
    ["rabbit", "lapin", "m", "兔子", "只"],
    ["bear", "ours", "m", "熊", "只"],
    ["wolf", "loup", "m", "狼", "只"],
    ["lion", "lion", "m", "狮子", "只"],
    ["elephant", "éléphant", "m", "大象", "头"],
    ["monkey", "singe", "m", "猴子", "只"],
    ["chicken", "poule", "f", "鸡", "只"],
    ["frog", "grenouille", "f", "青蛙", "只"],
  ]),
  ...nounsOf("food", [
    ["apple", "pomme", "f", "苹果", "个"],
    ["banana", "banane", "f", "香蕉", "根"],
    ["egg", "œuf", "m", "鸡蛋", "个"],
    ["cake", "gâteau", "m", "蛋糕", "块"],
    ["tomato", "tomate", "f", "西红柿", "个"],
    ["pear", "poire", "f", "梨", "个"],
    ["potato", "patate", "f", "土豆", "个"],
    ["cookie", "biscuit", "m", "饼干", "块"],
    ["lemon", "citron", "m", "柠檬", "个"],
    ["carrot", "carotte", "f", "胡萝卜", "根"],
  ]),
  ...nounsOf("mass", [
    ["bread", "pain", "m", "面包", "块"],
    ["cheese", "fromage", "m", "奶酪", "块"],
    ["rice", "riz", "m", "米饭", "碗"],
    ["meat", "viande", "f", "肉", "块"],
    ["salad", "salade", "f", "沙拉", "份"],
    ["chocolate", "chocolat", "m", "巧克力", "块"],
  ]),
  ...nounsOf("drink", [
    ["water", "eau", "f", "水", "杯"],
    ["milk", "lait", "m", "牛奶", "杯"],
    ["tea", "thé", "m", "茶", "杯"],
    ["coffee", "café", "m", "咖啡", "杯"],
    ["juice", "jus", "m", "果汁", "杯"],
    ["wine", "vin", "m", "酒", "杯"],
    ["soup", "soupe", "f", "汤", "碗"],
  ]),
  ...nounsOf("readable", [
    ["book", "livre", "m", "书", "本"],
    ["letter", "lettre", "f", "信", "封"],
    ["newspaper", "journal", "m", "报纸", "份"],
    ["story", "histoire", "f", "故事", "个"],
    ["poem", "poème", "m", "诗", "首"],
  ]),
  ...nounsOf("clothing", [
    ["shirt", "chemise", "f", "衬衫", "件"],
    ["dress", "robe", "f", "裙子", "条"],
    ["coat", "manteau", "m", "大衣", "件"],
    ["shoe", "chaussure", "f", "鞋", "双"],
    ["sweater", "pull", "m", "毛衣", "件"],
    ["jacket", "veste", "f", "夹克", "件"],
  ]),
  ...nounsOf("vehicle", [
    ["car", "voiture", "f", "车", "辆"],
    ["train", "train", "m", "火车", "列"],
    ["bus", "bus", "m", "公共汽车", "辆"],
    ["plane", "avion", "m", "飞机", "架"],
    ["boat", "bateau", "m", "船", "艘"],
    ["truck", "camion", "m", "卡车", "辆"],
  ]),
  ...nounsOf("furniture", [
    ["table", "table", "f", "桌子", "张"],
    ["chair", "chaise", "f", "椅子", "把"],
    ["bed", "lit", "m", "床", "张"],
    ["box", "boîte", "f", "盒子", "个"],
    ["desk", "bureau", "m", "书桌", "张"],
  ]),
  ...nounsOf("opening", [
    ["door", "porte", "f", "门", "扇"],
    ["window", "fenêtre", "f", "窗户", "扇"],
    ["bag", "sac", "m", "包", "个"],
    ["umbrella", "parapluie", "m", "雨伞", "把"],
  ]),
  ...nounsOf("nature", [
    ["tree", "arbre", "m", "树", "棵"],
    ["flower", "fleur", "f", "花", "朵"],
  ]),
  ...nounsOf("thing", [
    ["bicycle", "vélo", "m", "自行车", "辆"],
    ["key", "clé", "f", "钥匙", "把"],
    ["picture", "image", "f", "图片", "张"],
    ["phone", "téléphone", "m", "手机", "部"],
    ["computer", "ordinateur", "m", "电脑", "台"],
    ["clock", "horloge", "f", "钟", "个"],
    ["cup", "tasse", "f", "杯子", "个"],
    ["knife", "couteau", "m", "刀", "把"],
    ["ball", "ballon", "m", "球", "个"],
    ["hat", "chapeau", "m", "帽子", "顶"],
    ["guitar", "guitare", "f", "吉他", "把"],
    ["lamp", "lampe", "f", "灯", "盏"],
    ["gift", "cadeau", "m", "礼物", "份"],
    ["pen", "stylo", "m", "笔", "支"],
  ]),
  ...nounsOf("place", [
    ["house", "maison", "f", "房子", "座"],
    ["garden", "jardin", "m", "花园", "个"],
    ["kitchen", "cuisine", "f", "厨房", "间"],
    ["school", "école", "f", "学校", "所"],
    ["park", "parc", "m", "公园", "个"],
    ["market", "marché", "m", "市场", "个"],
    ["station", "gare", "f", "车站", "个"],
    ["hospital", "hôpital", "m", "医院", "家"],
    ["hotel", "hôtel", "m", "酒店", "家"],
    ["restaurant", "restaurant", "m", "餐厅", "家"],
    ["library", "bibliothèque", "f", "图书馆", "个"],
    ["museum", "musée", "m", "博物馆", "个"],
    ["city", "ville", "f", "城市", "座"],
    ["village", "village", "m", "村子", "个"],
    ["forest", "forêt", "f", "森林", "片"],
    ["office", "bureau", "m", "办公室", "间"],
    ["bedroom", "chambre", "f", "卧室", "间"],
    ["church", "église", "f", "教堂", "座"],
    ["shop", "magasin", "m", "商店", "家"],
    ["farm", "ferme", "f", "农场", "个"],
    ["factory", "usine", "f", "工厂", "家"],
    ["airport", "aéroport", "m", "机场", "个"],
    ["cinema", "cinéma", "m", "电影院", "家"],
    ["bank", "banque", "f", "银行", "家"],
    ["castle", "château", "m", "城堡", "座"],
    ["island", "île", "f", "岛", "座"],
    ["theater", "théâtre", "m", "剧院", "家"],
    ["bakery", "boulangerie", "f", "面包店", "家"],
  ]),
];

const living = ["person", "animal"] as const;
const objects = ["food", "readable", "clothing", "vehicle", "furniture", "thing", "opening"] as const;
const edible = ["food", "mass", "drink"] as const;
const everything = [...living, ...objects, "nature", "place"] as const;
const buyable = [...objects, "mass", "drink"] as const;

type AdjectiveRow = readonly [
  en: string,
  fr: string,
  zh: string,
  of: readonly NounClass[],
  options?: { f?: string; mv?: string; before?: true; bare?: true; colour?: true },
];

function feminine(m: string): string {
  if (m.endsWith("e")) return m;
  if (m.endsWith("eux")) return `${m.slice(0, -1)}se`;
  if (m.endsWith("if")) return `${m.slice(0, -1)}ve`;
  if (m.endsWith("er")) return `${m.slice(0, -2)}ère`;
  return `${m}e`;
}

const adjectiveRows: readonly AdjectiveRow[] = [
  ["red", "rouge", "红色", [...objects, "place"], { colour: true }],
  ["green", "vert", "绿色", [...objects, "place"], { colour: true }],
  ["blue", "bleu", "蓝色", [...objects, "place"], { colour: true }],
  ["white", "blanc", "白色", [...objects, "animal", "place"], { f: "blanche", colour: true }],
  ["black", "noir", "黑色", [...objects, "animal", "place"], { colour: true }],
  ["yellow", "jaune", "黄色", [...objects, "place"], { colour: true }],
  ["gray", "gris", "灰色", [...objects, "animal", "place"], { colour: true }],
  ["big", "grand", "大", ["animal", ...objects, "nature", "place"], { before: true, bare: true }],
  ["small", "petit", "小", ["animal", ...objects, "nature", "place"], { before: true, bare: true }],
  ["new", "nouveau", "新", [...objects, "place"], { f: "nouvelle", mv: "nouvel", before: true, bare: true }],
  ["old", "vieux", "老", [...living, "place"], { f: "vieille", mv: "vieil", before: true, bare: true }],
  ["beautiful", "beau", "漂亮", everything, { f: "belle", mv: "bel", before: true }],
  ["good", "bon", "好", [...edible, ...objects, "place"], { f: "bonne", before: true, bare: true }],
  ["bad", "mauvais", "糟糕", [...objects], { before: true }],
  ["young", "jeune", "年轻", ["person", "animal"], { before: true }],
  ["pretty", "joli", "好看", [...objects, "place"], { before: true }],
  ["fast", "rapide", "快", ["vehicle", "animal", "person"]],
  ["slow", "lent", "慢", ["vehicle", "animal", "person"]],
  ["strong", "fort", "强壮", living],
  ["weak", "faible", "虚弱", living],
  ["happy", "heureux", "高兴", living],
  ["sad", "triste", "难过", living],
  ["tired", "fatigué", "累", living],
  ["hungry", "affamé", "饿", living],
  ["kind", "gentil", "善良", living, { f: "gentille" }],
  ["angry", "furieux", "生气", living],
  ["quiet", "calme", "安静", [...living, "place"]],
  ["intelligent", "intelligent", "聪明", living],
  ["famous", "célèbre", "有名", ["person", "readable", "place"]],
  ["rich", "riche", "有钱", ["person"]],
  ["poor", "pauvre", "穷", ["person"]],
  ["brave", "courageux", "勇敢", living],
  ["funny", "drôle", "有趣", [...living, "readable"]],
  ["dangerous", "dangereux", "危险", ["animal", "vehicle", "place"]],
  ["expensive", "cher", "贵", [...buyable]],
  ["cheap", "abordable", "便宜", [...buyable]],
  ["heavy", "lourd", "重", [...objects]],
  ["light", "léger", "轻", [...objects]],
  ["long", "long", "长", ["readable", "clothing", "vehicle"], { f: "longue" }],
  ["short", "court", "短", ["readable", "clothing"]],
  ["clean", "propre", "干净", ["clothing", "furniture", "thing", "opening", "vehicle", "place"]],
  ["dirty", "sale", "脏", ["clothing", "furniture", "thing", "vehicle", "place", "animal"]],
  ["hot", "chaud", "热", [...edible]],
  ["cold", "froid", "冷", [...edible, "place"]],
  ["sweet", "sucré", "甜", [...edible]],
  ["delicious", "délicieux", "好吃", ["food", "mass"]],
  ["easy", "facile", "容易", ["readable"]],
  ["difficult", "difficile", "难", ["readable"]],
  ["interesting", "intéressant", "有意思", ["readable", "place", "person"]],
  ["important", "important", "重要", ["person", "readable", "place"]],
  ["empty", "vide", "空", ["furniture", "place", "vehicle"]],
];

function frenchAdjectivePlural(m: string): string {
  return /[sx]$/.test(m) ? m : m.endsWith("eau") ? `${m}x` : `${m}s`;
}

export const adjectives: readonly Adjective[] = adjectiveRows.map(([en, m, zh, of, options = {}]) => {
  const f = options.f ?? feminine(m);
  return {
    en,
    fr: { m, f, mp: frenchAdjectivePlural(m), fp: `${f}s`, mv: options.mv ?? m },
    before: options.before ?? false,
    zh,
    zhBare: options.bare ?? false,
    colour: options.colour ?? false,
    of,
  };
});

type VerbRow = readonly [
  en: string,
  fr: string,
  zh: string,
  subjects: readonly NounClass[],
  objects: readonly NounClass[],
  state?: true,
];

/** Present of verbs that are not regular -er verbs. */
const irregular: Readonly<Record<string, string>> = {
  boire: "bois bois boit buvons buvez boivent",
  voir: "vois vois voit voyons voyez voient",
  lire: "lis lis lit lisons lisez lisent",
  écrire: "écris écris écrit écrivons écrivez écrivent",
  acheter: "achète achètes achète achetons achetez achètent",
  vendre: "vends vends vend vendons vendez vendent",
  avoir: "ai as a avons avez ont",
  connaître: "connais connais connaît connaissons connaissez connaissent",
  perdre: "perds perds perd perdons perdez perdent",
  ouvrir: "ouvre ouvres ouvre ouvrons ouvrez ouvrent",
  nettoyer: "nettoie nettoies nettoie nettoyons nettoyez nettoient",
  faire: "fais fais fait faisons faites font",
  suivre: "suis suis suit suivons suivez suivent",
  attendre: "attends attends attend attendons attendez attendent",
  conduire: "conduis conduis conduit conduisons conduisez conduisent",
  prendre: "prends prends prend prenons prenez prennent",
  choisir: "choisis choisis choisit choisissons choisissez choisissent",
  dormir: "dors dors dort dormons dormez dorment",
  courir: "cours cours court courons courez courent",
  rire: "ris ris rit rions riez rient",
  sourire: "souris souris sourit sourions souriez sourient",
  partir: "pars pars part partons partez partent",
  aller: "vais vas va allons allez vont",
  venir: "viens viens vient venons venez viennent",
  être: "suis es est sommes êtes sont",
  pouvoir: "peux peux peut pouvons pouvez peuvent",
  devoir: "dois dois doit devons devez doivent",
  vouloir: "veux veux veut voulons voulez veulent",
  envoyer: "envoie envoies envoie envoyons envoyez envoient",
};

/** je, tu, il, nous, vous, ils in the present; a regular -er verb unless listed. */
export function conjugate(infinitive: string): Verb["fr"] {
  const listed = irregular[infinitive];
  const stem = infinitive.slice(0, -2);
  const soft = stem.endsWith("g") ? "e" : "";
  const forms = listed
    ? listed.split(" ")
    : [`${stem}e`, `${stem}es`, `${stem}e`, `${stem}${soft}ons`, `${stem}ez`, `${stem}ent`];
  const [je, tu, il, nous, vous, ils] = forms;
  if (!je || !tu || !il || !nous || !vous || !ils) throw new Error(`${infinitive} lacks a form.`);
  return [je, tu, il, nous, vous, ils];
}

const doubled = ["run", "swim", "sit"];

function third(verb: string): string {
  if (verb === "have") return "has";
  if (/(s|x|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function ing(verb: string): string {
  if (doubled.includes(verb)) return `${verb}${verb.at(-1)}ing`;
  return /[^e]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

const animate = living;
const person = ["person"] as const;

export function makeVerb([phrase, fr, zh, subjects, taken, state]: VerbRow): Verb {
  const [en = "", particle = null] = phrase.split(" ");
  return {
    en,
    enThird: third(en),
    enIng: ing(en),
    particle,
    fr: conjugate(fr),
    frInfinitive: fr,
    zh,
    subjects,
    objects: taken,
    state: state ?? false,
  };
}

export const verbs: readonly Verb[] = (
  [
    ["eat", "manger", "吃", animate, ["food", "mass"]],
    ["drink", "boire", "喝", animate, ["drink"]],
    ["see", "voir", "看见", animate, everything, true],
    ["read", "lire", "读", person, ["readable"]],
    ["write", "écrire", "写", person, ["readable"]],
    ["buy", "acheter", "买", person, buyable],
    ["sell", "vendre", "卖", person, buyable],
    ["like", "aimer", "喜欢", animate, everything, true],
    ["love", "adorer", "爱", animate, everything, true],
    ["hate", "détester", "讨厌", animate, everything, true],
    ["have", "avoir", "有", person, [...objects, "animal"], true],
    ["know", "connaître", "认识", person, person, true],
    ["want", "vouloir", "想要", person, [...objects, "mass", "drink"], true],
    ["look for", "chercher", "找", animate, [...living, ...objects]],
    ["look at", "regarder", "看", animate, everything],
    ["listen to", "écouter", "听", animate, person],
    ["wait for", "attendre", "等", animate, ["person", "vehicle"]],
    ["find", "trouver", "找到", animate, [...living, ...objects], true],
    ["lose", "perdre", "丢", person, [...objects]],
    ["open", "ouvrir", "打开", person, ["opening"]],
    ["close", "fermer", "关上", person, ["opening"]],
    ["wash", "laver", "洗", person, ["clothing", "vehicle", "furniture", "food"]],
    ["carry", "porter", "搬", person, ["furniture"]],
    ["clean", "nettoyer", "打扫", person, ["place"]],
    ["make", "préparer", "做", person, ["food", "mass", "drink"]],
    ["draw", "dessiner", "画", person, everything],
    ["follow", "suivre", "跟着", animate, [...living, "vehicle"]],
    ["help", "aider", "帮助", person, [...living]],
    ["visit", "visiter", "参观", person, ["place"]],
    ["drive", "conduire", "开", person, ["vehicle"]],
    ["take", "prendre", "拿", person, ["food", "readable", "clothing", "thing"]],
    ["choose", "choisir", "选", person, [...objects]],
    ["repair", "réparer", "修", person, ["vehicle", "furniture", "opening"]],
    ["sleep", "dormir", "睡觉", animate, []],
    ["work", "travailler", "工作", person, []],
    ["run", "courir", "跑步", animate, []],
    ["walk", "marcher", "走路", animate, []],
    ["sing", "chanter", "唱歌", ["person"], []],
    ["dance", "danser", "跳舞", animate, []],
    ["swim", "nager", "游泳", animate, []],
    ["play", "jouer", "玩", animate, []],
    ["laugh", "rire", "笑", person, []],
    ["smile", "sourire", "微笑", person, []],
    ["cry", "pleurer", "哭", person, []],
    ["travel", "voyager", "旅行", person, []],
    ["study", "étudier", "学习", person, []],
    ["cook", "cuisiner", "做饭", person, []],
    ["wait", "attendre", "等待", animate, []],
    ["stay", "rester", "停留", animate, []],
    ["talk", "parler", "说话", person, []],
  ] satisfies readonly VerbRow[]
).map(makeVerb);

/** Verbs with a recipient: gives a book to the boy, donne un livre au garçon, 给 男孩 一 本 书. */
export const giving: readonly Verb[] = (
  [
    ["give", "donner", "给", person, [...objects]],
    ["show", "montrer", "给 看", person, [...objects]],
    ["send", "envoyer", "寄给", person, [...objects]],
  ] satisfies readonly VerbRow[]
).map(makeVerb);

export const go = makeVerb(["go to", "aller", "去", living, ["place"]]);
export const come = makeVerb(["come from", "venir", "来", living, ["place"]]);
export const live = makeVerb(["live in", "habiter", "住", living, ["place"]]);

export interface Preposition {
  readonly en: string;
  readonly fr: string;
  /** Stands after the Chinese noun: 在 桌子 上; "" for 在 学校. */
  readonly zh: string;
  readonly of: readonly NounClass[];
}

export const prepositions: readonly Preposition[] = [
  { en: "in", fr: "dans", zh: "里", of: ["place"] },
  { en: "at", fr: "à", zh: "", of: ["place"] },
  { en: "on", fr: "sur", zh: "上", of: ["furniture"] },
  { en: "under", fr: "sous", zh: "下面", of: ["furniture", "nature", "vehicle"] },
  { en: "behind", fr: "derrière", zh: "后面", of: ["furniture", "nature", "vehicle", "place", "person"] },
  { en: "in front of", fr: "devant", zh: "前面", of: ["furniture", "nature", "vehicle", "place", "person"] },
  { en: "near", fr: "près de", zh: "附近", of: ["furniture", "nature", "vehicle", "place"] },
  { en: "next to", fr: "à côté de", zh: "旁边", of: ["furniture", "nature", "vehicle", "place", "person"] },
];

export const numerals: readonly { readonly en: string; readonly fr: string; readonly zh: string }[] = [
  { en: "two", fr: "deux", zh: "两" },
  { en: "three", fr: "trois", zh: "三" },
  { en: "four", fr: "quatre", zh: "四" },
  { en: "five", fr: "cinq", zh: "五" },
  { en: "six", fr: "six", zh: "六" },
  { en: "seven", fr: "sept", zh: "七" },
  { en: "eight", fr: "huit", zh: "八" },
  { en: "nine", fr: "neuf", zh: "九" },
  { en: "ten", fr: "dix", zh: "十" },
];

/** Said before the verb in English, after it in French, before the place in Chinese. */
export const frequencies: readonly { readonly en: string; readonly fr: string; readonly zh: string }[] = [
  { en: "always", fr: "toujours", zh: "总是" },
  { en: "often", fr: "souvent", zh: "经常" },
  { en: "sometimes", fr: "parfois", zh: "有时候" },
  { en: "never", fr: "jamais", zh: "从来 不" },
];

/** Last in English and French, right after the subject in Chinese. */
export const times: readonly { readonly en: string; readonly fr: string; readonly zh: string }[] = [
  { en: "today", fr: "aujourd'hui", zh: "今天" },
  { en: "tonight", fr: "ce soir", zh: "今晚" },
  { en: "now", fr: "maintenant", zh: "现在" },
  { en: "every day", fr: "tous les jours", zh: "每天" },
  { en: "tomorrow", fr: "demain", zh: "明天" },
];

export const modals: readonly {
  readonly en: "can" | "must" | "will" | "want";
  readonly fr: Verb["fr"];
  readonly zh: string;
  readonly zhNot: string;
}[] = [
  { en: "can", fr: conjugate("pouvoir"), zh: "能", zhNot: "不 能" },
  { en: "must", fr: conjugate("devoir"), zh: "必须", zhNot: "不 可以" },
  { en: "will", fr: conjugate("aller"), zh: "会", zhNot: "不 会" },
  { en: "want", fr: conjugate("vouloir"), zh: "想", zhNot: "不 想" },
];

export const beFrench = conjugate("être");

/** Stands for any word outside this file. */
export const unknownWord = "<unk>";

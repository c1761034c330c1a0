// Shortcodes of the common emoji (names as in Slack), and the modest set offered for reactions.

const TABLE = `
raising_hand 🙋  eyes 👀  red_circle 🔴  large_orange_circle 🟠  large_yellow_circle 🟡  large_green_circle 🟢  white_check_mark ✅
pushpin 📌  stopwatch ⏱️  memo 📝  exclamation ❗  rotating_light 🚨  fire 🔥  +1 👍  -1 👎  heavy_check_mark ✔️  x ❌  warning ⚠️
question ❓  bulb 💡  bug 🐛  wrench 🔧  hammer_and_wrench 🛠️  rocket 🚀  tada 🎉  pray 🙏  clap 👏  muscle 💪  wave 👋  heart ❤️  joy 😂
smile 😄  slightly_smiling_face 🙂  thinking_face 🤔  sweat_smile 😅  sob 😭  scream 😱  sleeping 😴  face_with_monocle 🧐  sunglasses 😎
raised_hands 🙌  ok_hand 👌  point_up ☝️  handshake 🤝  saluting_face 🫡  shield 🛡️  lock 🔒  key 🔑  mag 🔍  hourglass_flowing_sand ⏳
alarm_clock ⏰  clock1 🕐  calendar 📆  spiral_calendar_pad 🗓️  bell 🔔  no_bell 🔕  mega 📣  loudspeaker 📢  speech_balloon 💬  phone ☎️
telephone_receiver 📞  pager 📟  fire_extinguisher 🧯  ambulance 🚑  helmet_with_white_cross ⛑️  chart_with_upwards_trend 📈
chart_with_downwards_trend 📉  bar_chart 📊  link 🔗  paperclip 📎  pencil2 ✏️  lower_left_ballpoint_pen 🖊️  clipboard 📋
file_folder 📁  page_facing_up 📄  books 📚  ballot_box_with_check ☑️  black_square_button 🔲  white_large_square ⬜
large_blue_circle 🔵  large_purple_circle 🟣  white_circle ⚪  black_circle ⚫  large_red_square 🟥  large_yellow_square 🟨
large_green_square 🟩  arrow_up ⬆️  arrow_down ⬇️  arrow_right ➡️  arrow_left ⬅️  arrows_counterclockwise 🔄  repeat 🔁
fast_forward ⏩  double_vertical_bar ⏸️  black_square_for_stop ⏹️  arrow_forward ▶️  no_entry ⛔  no_entry_sign 🚫  octagonal_sign 🛑
construction 🚧  triangular_flag_on_post 🚩  checkered_flag 🏁  waving_white_flag 🏳️  dart 🎯  star ⭐  sparkles ✨  zap ⚡  boom 💥
cloud ☁️  snowflake ❄️  sunny ☀️  ocean 🌊  seedling 🌱  evergreen_tree 🌲  house 🏠  office 🏢  globe_with_meridians 🌐  satellite 🛰️
satellite_antenna 📡  computer 💻  desktop_computer 🖥️  keyboard ⌨️  package 📦  gear ⚙️  nut_and_bolt 🔩  test_tube 🧪  microscope 🔬
broom 🧹  wastebasket 🗑️  inbox_tray 📥  outbox_tray 📤  e-mail 📧  email ✉️  bookmark 🔖  label 🏷️  moneybag 💰  credit_card 💳
shopping_trolley 🛒  busts_in_silhouette 👥  bust_in_silhouette 👤  firefighter 🧑‍🚒  sleuth_or_spy 🕵️  male-detective 🕵️‍♂️
female-firefighter 👩‍🚒  technologist 🧑‍💻  robot_face 🤖  ghost 👻  skull 💀  see_no_evil 🙈  turtle 🐢  snail 🐌  one 1️⃣  two 2️⃣
three 3️⃣  four 4️⃣  five 5️⃣  information_source ℹ️  heavy_plus_sign ➕  heavy_minus_sign ➖  grey_question ❔  grey_exclamation ❕
bangbang ‼️  interrobang ⁉️  crown 👑  sports_medal 🏅  trophy 🏆  compass 🧭  world_map 🗺️  thread 🧵  ear 👂  brain 🧠  coffee ☕
partying_face 🥳  relieved 😌  grimacing 😬  hugging_face 🤗  grinning 😀  smiley 😃  grin 😁  laughing 😆
rolling_on_the_floor_laughing 🤣  upside_down_face 🙃  melting_face 🫠  wink 😉  blush 😊  innocent 😇  heart_eyes 😍  star-struck 🤩
kissing_heart 😘  yum 😋  stuck_out_tongue 😛  zany_face 🤪  money_mouth_face 🤑  face_with_hand_over_mouth 🤭  shushing_face 🤫
zipper_mouth_face 🤐  face_with_raised_eyebrow 🤨  neutral_face 😐  expressionless 😑  no_mouth 😶  smirk 😏  unamused 😒
face_with_rolling_eyes 🙄  lying_face 🤥  pensive 😔  sleepy 😪  drooling_face 🤤  mask 😷  face_with_thermometer 🤒  nauseated_face 🤢
hot_face 🥵  cold_face 🥶  woozy_face 🥴  dizzy_face 😵  exploding_head 🤯  face_with_cowboy_hat 🤠  nerd_face 🤓  confused 😕  worried 😟
slightly_frowning_face 🙁  open_mouth 😮  hushed 😯  astonished 😲  flushed 😳  pleading_face 🥺  face_holding_back_tears 🥹  fearful 😨
cold_sweat 😰  cry 😢  confounded 😖  persevere 😣  disappointed 😞  sweat 😓  weary 😩  tired_face 😫  yawning_face 🥱  triumph 😤  rage 😡
angry 😠  smiling_imp 😈  hankey 💩  clown_face 🤡  alien 👽  space_invader 👾  crossed_fingers 🤞  v ✌️  call_me_hand 🤙  point_left 👈
point_right 👉  point_down 👇  point_up_2 👆  fist ✊  facepunch 👊  writing_hand ✍️  hand ✋  open_hands 👐  palms_up_together 🤲
two_hearts 💕  broken_heart 💔  orange_heart 🧡  yellow_heart 💛  green_heart 💚  blue_heart 💙  purple_heart 💜  black_heart 🖤
white_heart 🤍  100 💯  anger 💢  dizzy 💫  dash 💨  hole 🕳️  zzz 💤  face_palm 🤦  shrug 🤷  man-shrugging 🤷‍♂️  woman-shrugging 🤷‍♀️
runner 🏃  walking 🚶  dancer 💃  dancers 👯  dog 🐶  cat 🐱  mouse 🐭  fox_face 🦊  bear 🐻  panda_face 🐼  koala 🐨  tiger 🐯  lion_face 🦁
cow 🐮  pig 🐷  frog 🐸  monkey_face 🐵  monkey 🐒  chicken 🐔  penguin 🐧  bird 🐦  owl 🦉  wolf 🐺  unicorn_face 🦄  bee 🐝  butterfly 🦋
lobster 🦞  crab 🦀  octopus 🐙  whale 🐳  dolphin 🐬  fish 🐟  shark 🦈  elephant 🐘  hedgehog 🦔  t-rex 🦖  four_leaf_clover 🍀  cactus 🌵
palm_tree 🌴  rose 🌹  sunflower 🌻  cherry_blossom 🌸  mushroom 🍄  earth_americas 🌎  earth_africa 🌍  earth_asia 🌏  full_moon 🌕
new_moon 🌑  rainbow 🌈  umbrella ☂️  droplet 💧  tornado 🌪️  apple 🍎  banana 🍌  grapes 🍇  strawberry 🍓  avocado 🥑  hot_pepper 🌶️
bread 🍞  cheese_wedge 🧀  hamburger 🍔  pizza 🍕  taco 🌮  popcorn 🍿  doughnut 🍩  cookie 🍪  birthday 🎂  cake 🍰  chocolate_bar 🍫  tea 🍵
beer 🍺  beers 🍻  wine_glass 🍷  champagne 🍾  clinking_glasses 🥂  balloon 🎈  gift 🎁  soccer ⚽  basketball 🏀  video_game 🎮
game_die 🎲  jigsaw 🧩  art 🎨  musical_note 🎵  headphones 🎧  guitar 🎸  camera 📷  movie_camera 🎥  car 🚗  bus 🚌  train 🚋  airplane ✈️
ship 🚢  anchor ⚓  bike 🚲  traffic_light 🚥  hospital 🏥  school 🏫  factory 🏭  tent ⛺  mountain ⛰️  beach_with_umbrella 🏖️
money_with_wings 💸  dollar 💵  floppy_disk 💾  cd 💿  battery 🔋  electric_plug 🔌  flashlight 🔦  candle 🕯️  newspaper 📰  date 📅
scissors ✂️  triangular_ruler 📐  straight_ruler 📏  round_pushpin 📍  closed_lock_with_key 🔐  unlock 🔓  hammer 🔨  pick ⛏️  axe 🪓
crossed_swords ⚔️  bomb 💣  magnet 🧲  pill 💊  syringe 💉  dna 🧬  telescope 🔭  thermometer 🌡️  door 🚪  bed 🛏️  toilet 🚽  shower 🚿
soap 🧼  sponge 🧽  up 🆙  new 🆕  free 🆓  ok 🆗  sos 🆘  cool 🆒  vs 🆚  white_square_button 🔳  negative_squared_cross_mark ❎  o ⭕
copyright ©️  recycle ♻️  infinity ♾️  six 6️⃣  seven 7️⃣  eight 8️⃣  nine 9️⃣  zero 0️⃣  keycap_ten 🔟  hash #️⃣
`;

const words = TABLE.trim().split(/\s+/);
const byName = new Map();
for (let at = 0; at < words.length; at += 2) byName.set(words[at], words[at + 1]);
byName.set("thumbsup", "👍");
byName.set("thumbsdown", "👎");
byName.set("pencil", "📝");

const MOST = 96;
const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];

/** The symbol for a shortcode without colons ("+1", "wave::skin-tone-3"), or undefined. */
export function emoji(name) {
  const [base, tone] = name.split("::skin-tone-");
  const symbol = byName.get(base);
  return symbol && tone ? symbol.replace("\uFE0F", "") + (TONES[tone - 2] ?? "") : symbol;
}

/** Replaces known shortcodes in plain text. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):/g, (written, name) => emoji(name) ?? written);
}

/** Names to offer as reactions, best first, narrowed by what was typed. */
export function reactionNames(typed = "") {
  const wanted = typed.toLowerCase().replaceAll(":", "").trim().replaceAll(" ", "_");
  const names = [...byName.keys()];
  return wanted ? names.filter((name) => name.includes(wanted)).slice(0, MOST) : names.slice(0, MOST);
}

// Shortcodes of the common emoji (names as in Slack), and the modest set offered for reactions.

const TABLE = `
raising_hand 🙋  eyes 👀  red_circle 🔴  large_orange_circle 🟠  large_yellow_circle 🟡  large_green_circle 🟢
white_check_mark ✅  pushpin 📌  stopwatch ⏱️  memo 📝  exclamation ❗  rotating_light 🚨  fire 🔥  +1 👍  -1 👎
heavy_check_mark ✔️  x ❌  warning ⚠️  question ❓  bulb 💡  bug 🐛  wrench 🔧  hammer_and_wrench 🛠️  rocket 🚀  tada 🎉
pray 🙏  clap 👏  muscle 💪  wave 👋  heart ❤️  joy 😂  smile 😄  slightly_smiling_face 🙂  thinking_face 🤔  sweat_smile 😅
sob 😭  scream 😱  sleeping 😴  face_with_monocle 🧐  sunglasses 😎  raised_hands 🙌  ok_hand 👌  point_up ☝️  handshake 🤝
saluting_face 🫡  shield 🛡️  lock 🔒  key 🔑  mag 🔍  hourglass_flowing_sand ⏳  alarm_clock ⏰  clock1 🕐  calendar 📅
spiral_calendar_pad 🗓️  bell 🔔  no_bell 🔕  mega 📣  loudspeaker 📢  speech_balloon 💬  phone ☎️  telephone_receiver 📞
pager 📟  fire_extinguisher 🧯  ambulance 🚑  helmet_with_white_cross ⛑️  chart_with_upwards_trend 📈
chart_with_downwards_trend 📉  bar_chart 📊  link 🔗  paperclip 📎  pencil2 ✏️  lower_left_ballpoint_pen 🖊️  clipboard 📋
file_folder 📁  page_facing_up 📄  books 📚  ballot_box_with_check ☑️  black_square_button 🔲  white_large_square ⬜
large_blue_circle 🔵  large_purple_circle 🟣  white_circle ⚪  black_circle ⚫  large_red_square 🟥  large_yellow_square 🟨
large_green_square 🟩  arrow_up ⬆️  arrow_down ⬇️  arrow_right ➡️  arrow_left ⬅️  arrows_counterclockwise 🔄  repeat 🔁
fast_forward ⏩  double_vertical_bar ⏸️  black_square_for_stop ⏹️  arrow_forward ▶️  no_entry ⛔  no_entry_sign 🚫
octagonal_sign 🛑  construction 🚧  triangular_flag_on_post 🚩  checkered_flag 🏁  white_flag 🏳️  dart 🎯  star ⭐  sparkles ✨
zap ⚡  boom 💥  cloud ☁️  snowflake ❄️  sunny ☀️  ocean 🌊  seedling 🌱  evergreen_tree 🌲  house 🏠  office 🏢
globe_with_meridians 🌐  satellite 🛰️  satellite_antenna 📡  computer 💻  desktop_computer 🖥️  keyboard ⌨️  package 📦
gear ⚙️  nut_and_bolt 🔩  test_tube 🧪  microscope 🔬  broom 🧹  wastebasket 🗑️  inbox_tray 📥  outbox_tray 📤  email 📧
envelope ✉️  bookmark 🔖  label 🏷️  moneybag 💰  credit_card 💳  shopping_trolley 🛒  busts_in_silhouette 👥
bust_in_silhouette 👤  firefighter 🧑‍🚒  sleuth_or_spy 🕵️  male-detective 🕵️‍♂️  female-firefighter 👩‍🚒  technologist 🧑‍💻
robot_face 🤖  ghost 👻  skull 💀  see_no_evil 🙈  turtle 🐢  snail 🐌  one 1️⃣  two 2️⃣  three 3️⃣  four 4️⃣  five 5️⃣
information_source ℹ️  heavy_plus_sign ➕  heavy_minus_sign ➖  grey_question ❔  grey_exclamation ❕  bangbang ‼️
interrobang ⁉️  crown 👑  sports_medal 🏅  trophy 🏆  compass 🧭  map 🗺️  pencil ✏️  thread 🧵  ear 👂  brain 🧠  coffee ☕
partying_face 🥳  relieved 😌  grimacing 😬  hugging_face 🤗
`;

const words = TABLE.trim().split(/\s+/);
const byName = new Map();
for (let at = 0; at < words.length; at += 2) byName.set(words[at], words[at + 1]);
byName.set("thumbsup", "👍");
byName.set("thumbsdown", "👎");
byName.set("alert", "🚨");

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
  return wanted ? names.filter((name) => name.includes(wanted)).slice(0, 64) : names.slice(0, 64);
}

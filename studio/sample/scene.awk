# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fills scene.svg's tokens for each frame and writes work/frames/*.svg, one for each picture that differs, and
# work/frames/order.txt, the picture of each frame in order. Called by make_media.

function level(db) { return db < -46 ? 0 : db < -32 ? 1 : db < -24 ? 2 : 3 }
function half(x) { return int(x * 2 + (x < 0 ? -0.5 : 0.5)) / 2 }
function escaped(text) { gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); return text }

# Breaks a caption into two lines at the last space before the 78th letter.
function wrap(text,    at) {
  line1 = text; line2 = ""
  if (length(text) <= 78) return
  for (at = 78; at > 1 && substr(text, at, 1) != " "; at--) ;
  line1 = substr(text, 1, at - 1); line2 = substr(text, at + 1)
}

BEGIN {
  split("CHAIR PANEL MAYA", who, " ")
  for (w = 1; w <= 3; w++) {
    count = 0
    while ((getline line < (work "/" who[w] ".levels")) > 0) sound[w, count++] = line + 0
  }
  FS = "\t"
  while ((getline line < (work "/utterances.tsv")) > 0) {
    split(line, field, "\t")
    said++; saidBy[said] = field[1]; saidFrom[said] = field[2]; saidTo[said] = field[3]
  }
  while ((getline line < (work "/segments.tsv")) > 0) {
    split(line, field, "\t")
    parts++; partFrom[parts] = field[1]; partTitle[parts] = field[3]; partCaption[parts] = field[4]
  }
  top[1] = "#4f7d78"; top[2] = "#5a6a8c"; top[3] = "#8c5f6e"
  shirt[1] = "#f0e6d6"; shirt[2] = "#f2e3df"; shirt[3] = "#f3e8d8"
  pi = 3.14159265
}

{ drawing[NR] = $0 }

END {
  frames = total_ms * fps / 1000
  for (f = 0; f < frames; f++) {
    now = f * 1000 / fps
    part = 1
    for (p = 2; p <= parts; p++) if (partFrom[p] <= now) part = p
    speaking = ""
    for (s = 1; s <= said; s++) if (saidFrom[s] - 80 <= now && now < saidTo[s] + 200) speaking = saidBy[s]
    state = part " " int(now / 1000) " " speaking
    for (w = 1; w <= 3; w++) {
      target = speaking == who[w] ? 1 : 0
      lively[w] += (target - lively[w]) * 0.1
      # A pose and a mouth are held for two frames: livelier looks nervous, and costs bytes.
      if (f % 2 == 0) {
        mouth[w] = level(sound[w, f] > sound[w, f + 1] ? sound[w, f] : sound[w, f + 1])
        t = now / 1000 + w * 1.7
        turn = half(lively[w] * 1.8 * sin(2 * pi * t / 2.9) + lively[w] * 0.8 * sin(2 * pi * t / 1.13) + 0.6 * sin(2 * pi * t / 7.3))
        drop = half(lively[w] * 1.9 * sin(2 * pi * t / 1.7) + 0.5 * sin(2 * pi * t / 5.1))
        # Listeners nod twice where a speaker has just come to an end.
        for (s = 1; s <= said; s++)
          if (saidBy[s] != who[w] && w != 2 && now > saidTo[s] - 300 && now < saidTo[s] + 700)
            drop += half(3 * (1 - lively[w]) * sin(pi * (now - saidTo[s] + 300) / 500) ^ 2)
        pose[w] = "translate(0 " drop ") rotate(" turn " 0 90)"
      }
      lids[w] = (f + w * 37) % (83 + w * 11) < 4 ? 1 : 0
      state = state "/" mouth[w] pose[w] lids[w]
    }
    if (!(state in picture)) {
      picture[state] = sprintf("%s/frames/%05d", work, ++pictures)
      draw(picture[state] ".svg")
    }
    print picture[state] ".png" > (work "/frames/order.txt")
  }
  close(work "/frames/order.txt")
}

function draw(file,    i, row, w) {
  wrap(partCaption[part])
  for (i = 1; i <= NR; i++) {
    row = drawing[i]
    if (index(row, "@")) {
      for (w = 1; w <= 3; w++) {
        gsub("@" who[w] "_HEAD@", pose[w], row)
        gsub("@" who[w] "_MOUTH@", mouth[w], row)
        gsub("@" who[w] "_LIDS@", lids[w], row)
      }
      gsub(/@PANEL_RING@/, speaking == "CHAIR" || speaking == "PANEL" ? 1 : 0, row)
      gsub(/@MAYA_RING@/, speaking == "MAYA" ? 1 : 0, row)
      gsub(/@MAYA_TOP@/, top[n], row)
      gsub(/@MAYA_SHIRT@/, shirt[n], row)
      gsub(/@ATTEMPT@/, "attempt " n, row)
      gsub(/@CLOCK@/, sprintf("%02d:%02d", int(now / 60000), int(now / 1000) % 60), row)
      gsub(/@LABEL@/, escaped(partTitle[part]), row)
      gsub(/@LINE1@/, escaped(line1), row)
      gsub(/@LINE2@/, escaped(line2), row)
    }
    print row > file
  }
  close(file)
}

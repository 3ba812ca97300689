"""How a PDF looks: one Typst program that reads the paper as data. No word of a paper is ever read as Typst."""

PROGRAM = r"""
#let paper = json(bytes(sys.inputs.paper))
#let zh = paper.language == "zh"
// The form of Chinese offices is for Chinese; an official paper in English is a clean report.
#let official = paper.official and zh
#let ink = if official { black } else { rgb("#1f4e79") }
#let soft = luma(25%)
#let line-grey = luma(65%)
#let body-size = if official { 16pt } else { 10.5pt }
#let leading = if official { 28.95pt - 16pt } else if zh { 0.78em } else { 0.68em }

#let at-the-margin = [attached]
#let par-spacing = if official { leading } else if zh { 0.85em } else { 0.95em }

#let faces(names) = names.map(one => if type(one) == str { one } else { (name: one.name, covers: one.covers) })
#let body-font = faces(paper.fonts.body)
#let head-font = faces(paper.fonts.head)
#let second-font = faces(paper.fonts.second)

#set document(
  title: paper.title,
  author: paper.author,
  description: paper.subtitle,
  keywords: paper.keywords,
  date: datetime(year: paper.date.year, month: paper.date.month, day: 1),
)
#set text(
  font: body-font, size: body-size, lang: if zh { "zh" } else { "en" }, region: if zh { "cn" } else { "gb" },
  number-type: "lining", hyphenate: not zh,
)
#set par(
  justify: true, leading: leading, spacing: par-spacing,
  first-line-indent: if zh { (amount: 2em, all: true) } else { 0em },
)
#set page(
  paper: "a4",
  margin: if official { (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm) } else {
    (top: 26mm, bottom: 24mm, left: 26mm, right: 24mm)
  },
  footer: context {
    let number = counter(page).get().first()
    let shown = text(size: if official { 14pt } else { 9pt }, font: body-font)[— #number —]
    if official { align(if calc.odd(number) { right } else { left }, pad(x: 14pt, shown)) } else { align(center, shown) }
  },
)

// Where a long word may be broken: a place without width, so that whoever copies the word gets it whole.
#let gap = "\u{200b}"
#show gap: box()
// A very long one is put together here: the rule would nest one place in another until it gives up.
#let long-words(body) = if body.contains(gap) { body.split(gap).join(box()) } else { body }

#let flat(body) = {
  set par(first-line-indent: 0em)
  body
}
#let emphasis(body) = if zh { text(font: head-font, body) } else { strong(body) }

#let size-of(level) = if official { 16pt } else { (15pt, 12.5pt, 11pt, 10.5pt).at(calc.min(level, 4) - 1) }
#show heading: it => {
  set par(first-line-indent: 0em, justify: false)
  set text(
    font: if not official { head-font } else if it.level == 1 { head-font } else if it.level == 2 { second-font } else { body-font },
    hyphenate: false, size: size-of(it.level),
    weight: if zh { "regular" } else { "bold" },
    fill: if official or it.level > 2 { black } else { ink },
  )
  let above = if official { leading } else { (1.9em, 1.5em, 1.3em, 1.2em).at(calc.min(it.level, 4) - 1) }
  let indented = official and zh and it.supplement != at-the-margin
  let under = if official { leading } else { 0.75em }
  block(above: above, below: under, sticky: true, width: 100%, inset: (left: if indented { 2em } else { 0em }), it.body)
}

#let inline(part) = {
  if part.kind == "text" { long-words(part.text) }
  else if part.kind == "strong" { emphasis(long-words(part.text)) }
  else if part.kind == "ref" {
    let shown = if part.leads { link(label("to-" + part.key), text(fill: ink, part.text)) } else { part.text }
    if official and part.raised { super(shown) } else { shown }
  }
  else if part.kind == "target" [#metadata(none)#label("to-" + part.key)#part.text]
  else { link(part.to, text(fill: ink, part.text)) }
}
#let words(parts) = parts.map(inline).join()

#let item(one) = if one.ragged { par(justify: false, words(one.words)) } else { words(one.words) }

#let table-of(data) = {
  set text(size: if official { 10.5pt } else { 9pt }, cjk-latin-spacing: none, hyphenate: false)
  set par(justify: false, leading: if official { 0.6em } else { 0.62em }, first-line-indent: 0em)
  set table.hline(stroke: 0.5pt + line-grey)
  let count = data.head.len()
  let fit(place) = if place in data.figures { right + top } else { left + top }
  let columns = data.widths.map(one => one * 1fr)
  block(above: 0.9em, below: 1.1em, width: 100%, breakable: not data.whole, table(
    columns: columns,
    stroke: (x, y) => (top: if y == 0 { 0.8pt + black } else { 0pt }, bottom: (if y == 0 { 0.6pt } else { 0.4pt }) + (if y == 0 { black } else { line-grey })),
    inset: (x: 2.2pt, y: if official { 5pt } else { 4pt }),
    align: (x, y) => fit(x),
    table.header(..data.head.map(one => emphasis(one))),
    ..data.rows.map(row => row.cells.enumerate().map(((place, cell)) => table.cell(
      breakable: row.long, {
        let body = if place == 0 { emphasis(words(cell.words)) } else { words(cell.words) }
        if cell.short { box(body) } else { body }
      },
    ))).flatten(),
  ))
}

// Papers of offices count and label in running text: a first line indented, the others at the margin.
#let paragraph(body, ragged: false, stays: false) = block(
  above: par-spacing, below: par-spacing, sticky: stays, par(justify: not ragged, body),
)
#let paragraphs(items, stays) = for (place, one) in items.enumerate() {
  paragraph(one.body, ragged: one.ragged, stays: stays and place == items.len() - 1)
}

#let facts(data) = {
  set par(justify: zh, first-line-indent: 0em)
  block(above: 0.9em, below: 1.1em, width: 100%, table(
    columns: (data.label * 1em + 12pt, 1fr),
    stroke: (x, y) => (top: if y == 0 { 0.5pt + line-grey } else { 0pt }, bottom: 0.5pt + line-grey),
    inset: (x: 4pt, y: if official { 6.5pt } else { 5pt }),
    align: left + top,
    ..data.facts.map(fact => (
      { set par(justify: false); emphasis(long-words(fact.label)) },
      table.cell(breakable: fact.long, fact.lines.map(one => words(one)).join(parbreak())),
    )).flatten(),
  ))
}

#let callout(data) = block(
  above: 0.9em, below: 1em, width: 100%, inset: (left: 10pt, right: 8pt, y: 7pt), fill: luma(95%),
  stroke: (left: 2.5pt + (if data.warning { black } else { ink })),
  flat[#emphasis(long-words(data.title))#paper.colon#words(data.words)],
)

// Behind a label the lines stand under each other; without one they stand where one signs.
#let lines-of(data) = {
  let told = data.lines.join(linebreak())
  let above = if official { 2 * leading + 16pt } else { 1.4em }
  block(above: above, below: leading, width: 100%, breakable: false, sticky: data.at("stays", default: false), {
    set par(justify: false, first-line-indent: 0em)
    if data.label != "" {
      grid(columns: (auto, 1fr), inset: (left: 0pt), [#if official { h(2em) }#data.label#paper.colon], told)
    } else { align(right, pad(right: if official { 2em } else { 0em }, told)) }
  })
}

#let picture(data) = {
  show figure: set block(above: 1.3em, below: 1.5em, breakable: false)
  show figure.caption: it => flat(align(left, text(size: if official { 12pt } else { 9pt })[#emphasis[#it.supplement~#context it.counter.display()]#h(0.8em)#it.body]))
  figure(
    placement: if data.tall { bottom } else { none },
    image(bytes(data.svg), format: "svg", width: 100%, alt: data.alternative),
    caption: figure.caption(position: bottom, long-words(data.caption)),
    supplement: paper.figure,
    kind: image,
    numbering: "1",
    gap: 0.7em,
  )
}

#let blocks(list-of, level) = for one in list-of {
  if one.kind == "paragraph" {
    let stays = one.leads or one.at("stays", default: false)
    if official and one.note {
      set par(justify: not one.ragged, leading: 8pt, spacing: 8pt)
      block(above: 10pt, below: 8pt, sticky: stays, text(size: 12pt, par(words(one.words))))
    } else {
      let body = if one.ragged { par(justify: false, words(one.words)) } else { par(words(one.words)) }
      if stays { block(sticky: true, above: par-spacing, below: par-spacing, body) } else { body }
    }
  }
  else if one.kind == "bullets" {
    flat(list(indent: if zh and official { 2em } else { 0.4em }, body-indent: 0.6em, marker: [•], ..one.items.map(item)))
  }
  else if one.kind == "numbered" and official {
    let told = one.items.enumerate().map(((place, it)) => (body: [#(place + 1).#words(it.words)], ragged: it.ragged))
    paragraphs(told, one.at("stays", default: false))
  }
  else if one.kind == "facts" and official {
    let told = one.facts.map(it => (body: [#emphasis(it.label + paper.colon)#it.lines.map(words).join(linebreak())], ragged: false))
    paragraphs(told, one.at("stays", default: false))
  }
  else if one.kind == "numbered" {
    flat(enum(indent: if zh and official { 2em } else { 0.2em }, body-indent: 0.5em, numbering: "1.", ..one.items.map(item)))
  }
  else if one.kind == "table" { table-of(one) }
  else if one.kind == "facts" { facts(one) }
  else if one.kind == "lines" { lines-of(one) }
  else if one.kind == "callout" { callout(one) }
  else if one.kind == "picture" { picture(one) }
  else {
    if one.apart and official { pagebreak(weak: true) }
    heading(level: level, supplement: if one.attached { at-the-margin } else { none }, long-words(one.title))
    blocks(one.blocks, level + 1)
  }
}

#block(width: 100%, above: if official { 29pt } else { 0pt }, below: if official { 14pt } else { 9pt }, {
  set par(first-line-indent: 0em, justify: false, leading: 0.7em)
  if official {
    align(center, text(font: head-font, size: 22pt, weight: if zh { "regular" } else { "bold" }, { show title: text(size: 22pt, hyphenate: false, paper.lines.join(linebreak())); title() }))
  } else {
    text(font: head-font, size: 20pt, weight: if zh { "regular" } else { "bold" }, fill: ink, {
      show title: text(size: 20pt, hyphenate: false, paper.lines.join(linebreak()))
      title()
    })
  }
})
#if paper.subtitle != "" {
  flat(block(below: if official { 29pt } else { 14pt }, width: 100%, align(
    if official { center } else { left }, text(size: if official { 16pt } else { 10pt }, fill: soft, long-words(paper.subtitle)),
  )))
}
#if not official { line(length: 100%, stroke: 1pt + ink) }
#if paper.contents != "" {
  set par(first-line-indent: 0em, leading: 0.6em)
  show outline.entry.where(level: 1): set block(above: 0.75em)
  heading(level: 1, outlined: false, bookmarked: false, paper.contents)
  outline(title: none, depth: 1)
}
#blocks(paper.blocks, 1)
"""

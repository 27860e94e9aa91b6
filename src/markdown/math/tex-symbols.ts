/** What TeX commands look like as Unicode. Each table is one text of pairs, name and sign, separated by spaces. */

/** Ordinary signs: no spaces around them. */
export const SYMBOLS = pairs(`
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ
psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω digamma ϝ
infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ aleph ℵ beth ℶ hbar ℏ hslash ℏ ell ℓ wp ℘
Re ℜ Im ℑ imath ı jmath ȷ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ diamond ◇
Diamond ◇ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ checkmark ✓ degree °
prime ′ backprime ‵ dagger † ddagger ‡ S § P ¶ pounds £ yen ¥ copyright © circledR ® complement ∁ eth ð mho ℧
surd √ neg ¬ lnot ¬ ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱
langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ] lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ vert | lvert | rvert | Vert ‖
lVert ‖ rVert ‖ | ‖ ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟ lgroup ⟮ rgroup ⟯ { { } } % % $ $ # # & & _ _
colon : R ℝ N ℕ Z ℤ Q ℚ C ℂ qed ∎ QED ∎ backslash ∖ lt < gt > ss ß ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı
textbackslash ∖ textdegree ° euro € textendash – textemdash — textquoteleft ‘ textquoteright ’ ldotp . cdotp ·
`);

/** Operators and relations: spaces around them. */
export const OPERATORS = pairs(`
times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧
vee ∨ lor ∨ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ bigcirc ◯ boxplus ⊞
boxtimes ⊠ ltimes ⋉ rtimes ⋊ barwedge ⊼ veebar ⊻ leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ equiv ≡
approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ propto ∝ varpropto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰
asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ models ⊨ vDash ⊨ vdash ⊢ dashv ⊣ Vdash ⊩ perp ⟂ mid ∣
nmid ∤ parallel ∥ nparallel ∦ in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈
nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒ bowtie ⋈ to → rightarrow → gets ← leftarrow ←
leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ impliedby ⇐ Leftrightarrow ⇔ iff ⇔ longrightarrow ⟶
longleftarrow ⟵ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ longleftrightarrow ⟷ mapsto ↦ longmapsto ⟼
uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠ nrightarrow ↛ therefore ∴ because ∵ vartriangleleft ⊲
vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lesssim ≲ gtrsim ≳ xrightarrow →
xleftarrow ← vcentcolon :
`);

/** Big operators and functions: a space behind them when a letter follows. */
export const BIG_OPERATORS = pairs(`
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcap ⋂ bigcup ⋃ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
bigotimes ⨂ bigodot ⨀ biguplus ⨄ sin sin cos cos tan tan cot cot sec sec csc csc arcsin arcsin arccos arccos
arctan arctan sinh sinh cosh cosh tanh tanh coth coth log log ln ln lg lg exp exp lim lim limsup limsup
liminf liminf max max min min sup sup inf inf arg arg det det dim dim gcd gcd hom hom ker ker deg deg Pr Pr
bmod mod injlim injlim projlim projlim
`);

/** Combining characters, put behind what they stand on. */
export const ACCENTS = pairs(`
hat \u0302 widehat \u0302 tilde \u0303 widetilde \u0303 bar \u0304 overline \u0305 vec \u20D7 overrightarrow \u20D7
dot \u0307 ddot \u0308 dddot \u20DB acute \u0301 grave \u0300 breve \u0306 check \u030C widecheck \u030C
mathring \u030A underline \u0332 cancel \u0336 bcancel \u0336 xcancel \u0336 not \u0338 ' \u0301 \` \u0300 ^ \u0302
" \u0308 ~ \u0303 = \u0304 c \u0327
`);

export const SUPERSCRIPTS = letters(
  "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιϕφχ′∗⊤",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᶲᵠᵡ′*ᵀ",
);

export const SUBSCRIPTS = letters(
  "0123456789+-−=()aehijklmnoprstuvxβγρϕφχ",
  "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ",
);

/** First code point of the capitals, small letters and digits of Unicode's mathematical alphabets; 0 where missing. */
const ALPHABETS: Readonly<Record<string, readonly [capital: number, small: number, digit: number]>> = {
  mathbb: [0x1d538, 0x1d552, 0x1d7d8],
  Bbb: [0x1d538, 0x1d552, 0x1d7d8],
  mathds: [0x1d538, 0x1d552, 0x1d7d8],
  mathcal: [0x1d49c, 0, 0],
  mathscr: [0x1d49c, 0, 0],
  mathfrak: [0x1d504, 0x1d51e, 0],
};

/** Letters that Unicode had before it added the alphabets. */
const OLDER_LETTERS: Readonly<Record<string, string>> = {
  ...{ "1d53a": "ℂ", "1d53f": "ℍ", "1d545": "ℕ", "1d547": "ℙ", "1d548": "ℚ", "1d549": "ℝ", "1d551": "ℤ" },
  ...{ "1d49d": "ℬ", "1d4a0": "ℰ", "1d4a1": "ℱ", "1d4a3": "ℋ", "1d4a4": "ℐ", "1d4a7": "ℒ", "1d4a8": "ℳ" },
  ...{ "1d4ad": "ℛ", "1d506": "ℭ", "1d50b": "ℌ", "1d50c": "ℑ", "1d515": "ℜ", "1d51d": "ℨ" },
};

export function isAlphabet(name: string): boolean {
  return Object.hasOwn(ALPHABETS, name);
}

/** A text in the letters of an alphabet command; letters that the alphabet lacks stay. */
export function writeInAlphabet(name: string, text: string): string {
  const [capital, small, digit] = ALPHABETS[name] ?? [0, 0, 0];
  return text.replace(/[A-Za-z0-9]/g, (character) => {
    const [base, first] = /[A-Z]/.test(character)
      ? [capital, "A"]
      : /[a-z]/.test(character)
        ? [small, "a"]
        : [digit, "0"];
    if (base === 0) return character;
    const point = base + character.charCodeAt(0) - first.charCodeAt(0);
    return OLDER_LETTERS[point.toString(16)] ?? String.fromCodePoint(point);
  });
}

function pairs(table: string): ReadonlyMap<string, string> {
  const words = table.trim().split(/\s+/);
  const entries: [string, string][] = [];
  for (let index = 0; index + 1 < words.length; index += 2)
    entries.push([words[index] ?? "", words[index + 1] ?? ""]);
  return new Map(entries);
}

function letters(plain: string, raised: string): ReadonlyMap<string, string> {
  const signs = [...raised];
  return new Map([...plain].map((character, index) => [character, signs[index] ?? character]));
}

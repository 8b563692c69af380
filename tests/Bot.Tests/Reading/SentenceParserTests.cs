using FsCheck;
using FsCheck.Fluent;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Tests.Reading;

public sealed class SentenceParserTests
{
    private readonly Names names = new();

    [Theory]
    [InlineData("@sue for the new laptop", "Sue Miller", "the new laptop", "")]
    [InlineData("@sue the new laptop", "Sue Miller", "the new laptop", "")]
    [InlineData("@sue @raj for the new laptop #patience", "Sue Miller|Raj Patel", "the new laptop", "patience")]
    [InlineData("@sue, @raj and @it: for the repair", "Sue Miller|Raj Patel|IT", "the repair", "")]
    [InlineData("@sue & @raj for the repair", "Sue Miller|Raj Patel", "the repair", "")]
    [InlineData("for the laptop @sue @raj", "Sue Miller|Raj Patel", "the laptop", "")]
    [InlineData("for the laptop, @sue and @raj", "Sue Miller|Raj Patel", "the laptop", "")]
    [InlineData("#patience @sue for waiting", "Sue Miller", "waiting", "patience")]
    [InlineData("@sue for her #patience with me", "Sue Miller", "her #patience with me", "patience")]
    [InlineData("@sue for the #1 laptop in room #12", "Sue Miller", "the #1 laptop in room #12", "")]
    [InlineData("@sue for helping @raj with the printer", "Sue Miller", "helping @raj with the printer", "")]
    [InlineData("@Sue Miller for the lift", "Sue Miller", "the lift", "")]
    [InlineData("@SUE for the lift", "Sue Miller", "the lift", "")]
    [InlineData("@sue", "Sue Miller", "", "")]
    [InlineData("@sue for\nthe laptop\n\nand the bag", "Sue Miller", "the laptop\n\nand the bag", "")]
    [InlineData("@sue for fortitude", "Sue Miller", "fortitude", "")]
    [InlineData("@sue forever grateful", "Sue Miller", "forever grateful", "")]
    [InlineData("@sue for 🎉 the party #Zusammenhalt #größe", "Sue Miller", "🎉 the party", "zusammenhalt größe")]
    [InlineData("@suee for the laptop", "?suee", "the laptop", "")]
    [InlineData("@it for mail to sue@example.com", "IT", "mail to sue@example.com", "")]
    [InlineData("for the laptop", "", "the laptop", "")]
    [InlineData("@", "", "@", "")]
    [InlineData("@sue: done", "Sue Miller", "done", "")]
    [InlineData("@sue. Great work!", "Sue Miller", "Great work!", "")]
    [InlineData("@sue.", "Sue Miller", "", "")]
    [InlineData("@sue - for the lift", "Sue Miller", "the lift", "")]
    [InlineData("@sue:tada: great", "Sue Miller", ":tada: great", "")]
    [InlineData("@sue🎉 great", "Sue Miller", "🎉 great", "")]
    [InlineData("@sue,@raj/@it for it all", "Sue Miller|Raj Patel|IT", "it all", "")]
    [InlineData("“@sue” for the talk", "Sue Miller", "the talk", "")]
    [InlineData("to @sue for the talk", "Sue Miller", "the talk", "")]
    [InlineData("@sue and thanks for all", "Sue Miller", "and thanks for all", "")]
    [InlineData("@sue\u00A0for\u00A0the lift", "Sue Miller", "the lift", "")]
    [InlineData("@Sue\u00A0Miller for the lift", "Sue Miller", "the lift", "")]
    public async Task Sentences_are_read_as_people_mean_them(string text, string receivers, string note, string values)
    {
        var draft = await ParseAsync(text);

        Assert.Equal(receivers, string.Join('|', draft.Receivers.Select(names.NameOf)));
        Assert.Equal(note, draft.Note);
        Assert.Equal(values, string.Join(' ', draft.Values));
        Assert.Equal(Visibility.Public, draft.Visibility);
    }

    [Theory]
    [InlineData("--private @sue for listening")]
    [InlineData("privately @sue for listening")]
    [InlineData("Privately, @sue for listening")]
    [InlineData("@sue --private for listening")]
    [InlineData("—private @sue for listening")]
    [InlineData("private @sue for listening")]
    [InlineData("Private: @sue for listening")]
    [InlineData("in private @sue for listening")]
    [InlineData("just between us, @sue for listening")]
    [InlineData("@sue privately for listening")]
    [InlineData("@sue, just between us, for listening")]
    [InlineData("privately to @sue for listening")]
    [InlineData("@sue for listening, privately")]
    [InlineData("@sue for listening, in private.")]
    [InlineData("@sue for listening (just between us)")]
    [InlineData("@sue for listening — private")]
    [InlineData("@sue for listening --private")]
    [InlineData("@sue for listening --private #care")]
    [InlineData("@sue for listening #care, privately")]
    [InlineData("for listening @sue --private")]
    [InlineData("for listening, privately @sue")]
    public async Task Private_thanks_are_private(string text)
    {
        var draft = await ParseAsync(text);

        Assert.Equal((Visibility.Private, "listening"), (draft.Visibility, draft.Note));
        Assert.Equal("Sue Miller", names.NameOf(Assert.Single(draft.Receivers)));
    }

    [Theory]
    [InlineData("@sue for the private lesson", "the private lesson")]
    [InlineData("@sue for keeping my private data safe", "keeping my private data safe")]
    [InlineData("@sue for keeping it private", "keeping it private")]
    [InlineData("@sue private lessons are great", "private lessons are great")]
    [InlineData("@sue for telling me in private what I did wrong", "telling me in private what I did wrong")]
    [InlineData("@sue for finding the --private flag", "finding the --private flag")]
    [InlineData("@sue for the secret between us two", "the secret between us two")]
    [InlineData("@sue for the lift #private", "the lift")]
    [InlineData("#private @sue for the lift", "the lift")]
    public async Task Words_of_privacy_inside_a_note_are_kept_and_asked_about(string text, string note)
    {
        var draft = await ParseAsync(text);

        Assert.Equal((Visibility.Public, true, note), (draft.Visibility, draft.IsPrivacyUnclear, draft.Note));
    }

    [Fact]
    public Task A_word_of_privacy_is_never_taken_for_public() => ForAllAsync(
        Gen.Elements("private", "privately", "in private", "just between us", "--private", "PRIVATE", "Privately,")
            .SelectMany(wish => Gen.Shuffle(wish, "@sue", "for", "the", "talk,", "#care").Select(words => string.Join(' ', words))),
        async text =>
        {
            var draft = await ParseAsync(text);

            Assert.True(draft.Visibility is Visibility.Private || draft.IsPrivacyUnclear, text);
        });

    [Theory]
    [InlineData("@dev\\ops for typing", "?dev\\ops", "typing")]
    [InlineData("@O’Brien–Łuk for the map", "O'Brien-Łuk", "the map")]
    [InlineData("@{0} {name} for the form", "{0} {name}", "the form")]
    [InlineData("@j.smith. Great work!", "John Smith", "Great work!")]
    [InlineData("@søren: done", "Søren", "done")]
    [InlineData("@jean-luc.", "Jean-Luc", "")]
    [InlineData("@Pat O’Neil for smart questions", "Pat O'Neil", "smart questions")]
    [InlineData("@pat o`neil: for smart questions", "Pat O'Neil", "smart questions")]
    public async Task A_typed_name_is_taken_whole_and_leaves_a_clean_note(string text, string receiver, string note)
    {
        names.Person("Dev", "dev");
        names.Person("O'Brien-Łuk");
        names.Person("{0} {name}");
        names.Person("John Smith", "j.smith");
        names.Person("Søren");
        names.Person("Jean", "jean");
        names.Person("Jean-Luc");
        names.Person("Pat O'Neil");

        var draft = await ParseAsync(text);

        Assert.Equal((receiver, note), (names.NameOf(Assert.Single(draft.Receivers)), draft.Note));
    }

    [Fact]
    public Task A_name_never_splits() => ForAllAsync(
        Gen.Elements('a', 'ø', 's', '.', '-', '\'', '’', '–', '_', '\\', '{', '}', '1', '*')
            .ArrayOf().Select(letters => $"q{new string(letters)}q"),
        async name =>
        {
            var draft = await ParseAsync($"@{name} for it");

            Assert.Equal(("?" + name, "it"), (names.NameOf(Assert.Single(draft.Receivers)), draft.Note));
        });

    [Fact]
    public async Task Two_people_of_one_full_name_are_asked_about_and_the_name_is_not_left_in_the_note()
    {
        names.Person("Kim Lee", "kim");
        names.Person("Kim Lee", "kim2");

        var draft = await ParseAsync("@Kim Lee for the lift");

        Assert.Equal(("Kim Lee", 2), (Assert.Single(draft.Unclear).Typed["@".Length..], draft.Unclear[0].Candidates.Length));
        Assert.Equal("the lift", draft.Note);
    }

    [Theory]
    [InlineData("sue for the lift", "sue", "the lift")]
    [InlineData("Sue Miller: the lift", "Sue Miller", "the lift")]
    [InlineData("to sue for the lift", "sue", "the lift")]
    [InlineData("sue and raj for the lift", "sue|raj", "the lift")]
    [InlineData("sue, raj for the lift", "sue|raj", "the lift")]
    [InlineData("su for the lift", "", "su for the lift")]
    [InlineData("everyone for the lift", "", "everyone for the lift")]
    [InlineData("sue and all for the lift", "sue", "and all for the lift")]
    public async Task A_name_without_its_sign_is_to_be_confirmed(string text, string unclear, string note)
    {
        var draft = await names.Parser.ReadBareNamesAsync(await ParseAsync(text), CancellationToken.None);

        Assert.Empty(draft.Receivers);
        Assert.Equal((unclear, note), (string.Join('|', draft.Unclear.Select(name => name.Typed)), draft.Note));
    }

    [Fact]
    public async Task A_channel_a_page_and_a_quoted_mention_are_words_of_the_note()
    {
        var draft = await names.Parser.ParseAsync(
            new IncomingText(
            [
                new IncomingSpan.Mention("sue", null), new IncomingSpan.Words(" for order in "), new IncomingSpan.Reference("#C0123"),
                new IncomingSpan.Words(", "), new IncomingSpan.Reference("https://example.com/?a=#part"), new IncomingSpan.Words(" and "),
                new IncomingSpan.QuotedMention("raj", null), new IncomingSpan.Words(" "), new IncomingSpan.Reference("#general"),
            ]),
            Names.Workspace,
            CancellationToken.None);

        Assert.Equal("order in #C0123, https://example.com/?a=#part and @Raj Patel #general", draft.Note);
        Assert.Empty(draft.Values);
        Assert.Equal("Sue Miller", names.NameOf(Assert.Single(draft.Receivers)));
    }

    [Fact]
    public async Task A_channel_in_front_may_be_a_topic_and_stays_a_word()
    {
        var draft = await names.Parser.ParseAsync(
            new IncomingText([new IncomingSpan.Reference("#Excel"), new IncomingSpan.Words(" how do I compare lists?")]),
            Names.Workspace,
            CancellationToken.None);

        Assert.Equal(("#Excel how do I compare lists?", "excel"), (draft.Note, Assert.Single(draft.Topics)));
        Assert.Empty(draft.Values);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("#Patience, speed", true)]
    [InlineData("patience;craft #care ", true)]
    [InlineData("5 stars", false)]
    [InlineData("care & craft", false)]
    public void What_cannot_be_a_value_is_noticed(string text, bool areValues) =>
        Assert.Equal(areValues, SentenceParser.HasValuesOnly(text));

    [Fact]
    public Task No_word_of_a_note_is_lost() => ForAllAsync(
        Gen.Elements("lift", "and", "to", "for", "a.", "-", "private", "@raj", "(ok)", "C#", "it's", "“quote”").ArrayOf()
            .Select(words => $"x {string.Join(' ', words)} x"),
        async note => Assert.Equal(note, (await ParseAsync($"@sue for {note}")).Note));

    [Fact]
    public async Task Mentions_by_account_and_by_group_are_receivers_too()
    {
        var draft = await names.Parser.ParseAsync(
            new IncomingText(
            [
                new IncomingSpan.Mention("sue", "Sue"), new IncomingSpan.Words(" and "), new IncomingSpan.GroupMention("it", "@it"),
                new IncomingSpan.Words(" for helping "), new IncomingSpan.Mention("raj", null),
            ]),
            Names.Workspace,
            CancellationToken.None);

        Assert.Equal(["Sue Miller", "IT"], draft.Receivers.Select(names.NameOf));
        Assert.Equal("helping @Raj Patel", draft.Note);
    }

    [Fact]
    public async Task A_name_that_several_answer_to_is_left_open_with_its_candidates()
    {
        names.Person("Sandra Okafor");
        names.Person("Santiago Ruiz");

        var draft = await ParseAsync("@san @raj for the laptop");

        var unclear = Assert.Single(draft.Unclear);
        Assert.Equal(["Sandra Okafor", "Santiago Ruiz"], unclear.Candidates.Select(candidate => names.NameOf(candidate.Receiver)));
        Assert.Equal("Raj Patel", names.NameOf(Assert.Single(draft.Receivers)));
    }

    [Theory]
    [InlineData("@sam lee for the laptop", "Sam Lee")]
    [InlineData("@sam leeroy for the laptop", "Sam Leeroy")]
    [InlineData("@samira for the laptop", "Samira Khan")]
    [InlineData("@sam.l for the laptop", "Sam Lee")]
    public async Task The_longest_name_that_stands_there_is_meant(string text, string expected)
    {
        names.Person("Sam Lee", "sam.l");
        names.Person("Sam Leeroy", "leeroy");
        names.Person("Samira Khan");

        var draft = await ParseAsync(text);

        Assert.Equal(expected, names.NameOf(Assert.Single(draft.Receivers)));
        Assert.Equal("the laptop", draft.Note);
    }

    [Fact]
    public async Task Accents_and_scripts_do_not_hide_a_name()
    {
        names.Person("Zoë Ångström");
        names.Person("小林 さくら");

        Assert.Equal("Zoë Ångström", names.NameOf(Assert.Single((await ParseAsync("@zoe for it")).Receivers)));
        Assert.Equal("小林 さくら", names.NameOf(Assert.Single((await ParseAsync("@小林 for it")).Receivers)));
    }

    [Fact]
    public Task Whatever_is_written_between_the_words_of_a_note_stays_there() => ForTextsAsync(async text =>
    {
        var draft = await ParseAsync($"@sue for x{text}.");

        Assert.Equal($"x{text}.", draft.Note);
    });

    [Fact]
    public Task No_text_is_refused() => ForTextsAsync(async text => Assert.NotNull(await ParseAsync(text)));

    private static async Task ForAllAsync(Gen<string> texts, Func<string, Task> check)
    {
        foreach (var text in Gen.Sample(texts, 500))
        {
            await check(text);
        }
    }

    private static async Task ForTextsAsync(Func<string, Task> check)
    {
        var alphabet = Gen.Elements('@', '#', ' ', '\n', 'a', 'é', '-', ',', '&', '<', '\uD83D', '\uDE00', '\u00A0', 's', 'u', 'e');
        foreach (var text in Gen
            .Sample(Gen.Choose(0, 40).SelectMany(length => alphabet.ArrayOf(length)), 2000)
            .Select(letters => new string(letters)))
        {
            await check(text);
        }
    }

    private async ValueTask<ParsedSentence> ParseAsync(string text) =>
        await names.Parser.ParseAsync(IncomingText.Of(text), Names.Workspace, CancellationToken.None);
}

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
    [InlineData("@sue, @raj and @it: for the repair", "Sue Miller|Raj Patel|IT", ": for the repair", "")]
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
    public async Task Private_thanks_are_private(string text)
    {
        var draft = await ParseAsync(text);

        Assert.Equal((Visibility.Private, "listening"), (draft.Visibility, draft.Note));
        Assert.Equal("Sue Miller", names.NameOf(Assert.Single(draft.Receivers)));
    }

    [Fact]
    public async Task The_word_private_in_a_note_stays_a_word()
    {
        var draft = await ParseAsync("@sue for the private lesson");

        Assert.Equal((Visibility.Public, "the private lesson"), (draft.Visibility, draft.Note));
    }

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

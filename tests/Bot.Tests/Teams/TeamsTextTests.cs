using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Tests.Teams;

public sealed class TeamsTextTests
{
    private static readonly ChannelAccount bot = new() { Id = "28:bot", Name = "RelateBot" };

    [Fact]
    public void The_bots_own_mention_is_left_out_and_others_are_mentions_by_their_ids() => Assert.Equal(
        [new IncomingSpan.Words("thanks "), new IncomingSpan.Mention("29:sue", "Sue Miller"), new IncomingSpan.Words(" for the laptop")],
        Read(
            "<at>RelateBot</at> thanks <at>Sue Miller</at> for the laptop",
            Mention("28:bot", "RelateBot"),
            Mention("29:sue", "Sue Miller")));

    [Fact]
    public void Two_people_of_one_name_stay_two_people() => Assert.Equal(
        ["29:sue-1", "29:sue-2"],
        Read("thanks <at>Sue</at> <at>Sue</at>", Mention("29:sue-1", "Sue"), Mention("29:sue-2", "Sue"))
            .OfType<IncomingSpan.Mention>()
            .Select(mention => mention.ExternalId));

    [Theory]
    [InlineData("thanks\u00a0@sue", "thanks @sue")]
    [InlineData("thanks&nbsp;@sue &amp; all &lt;3", "thanks @sue & all <3")]
    [InlineData("<p>thanks</p><div>you <b>all</b></div>", "thanks\nyou all\n")]
    [InlineData("a &lt;at&gt;Sue&lt;/at&gt; b", "a <at>Sue</at> b")]
    [InlineData("<at>Sue</at> typed", "Sue typed")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    public void Markup_is_no_words_and_what_was_typed_is(string text, string expected) =>
        Assert.Equal([new IncomingSpan.Words(expected)], Read(text));

    [Theory]
    [InlineData("28:another-bot", null)]
    [InlineData("19:channel@thread.tacv2", "channel")]
    [InlineData("MjQzMmI1N2ItMGFiZC00M2Ri", "tag")]
    public void What_is_mentioned_and_is_no_person_is_a_typed_name(string id, string? type) => Assert.Equal(
        [new IncomingSpan.Words("thanks @IT for it")],
        Read(
            "thanks <at>IT</at> for it",
            new Entity { Type = "mention", Text = "<at>IT</at>", Mentioned = new Entity.MentionedOf(id, "IT", type) }));

    [Fact]
    public void An_entity_whose_text_is_not_there_mentions_nobody() => Assert.Equal(
        [new IncomingSpan.Words("thanks all")], Read("thanks all", Mention("29:sue", "Sue Miller")));

    private static Entity Mention(string id, string name) =>
        new() { Type = "mention", Text = $"<at>{name}</at>", Mentioned = new Entity.MentionedOf(id, name, Type: null) };

    private static IEnumerable<IncomingSpan> Read(string text, params Entity[] entities) =>
        TeamsText.Read(new Activity { Type = "message", Text = text, Recipient = bot, Entities = [.. entities] }).Spans;
}

using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Teams;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Tests.Examples;

namespace RelateBot.Bot.Tests.Teams;

public sealed class CardRendererTests
{
    [Fact]
    public void Whatever_people_write_mentions_nobody_and_links_nowhere()
    {
        var piece = Gen.Elements(
            "<at>Sue Miller</at>",
            "<at>",
            "</at>",
            "[x](https://evil.example)",
            "](",
            "[",
            "\\",
            "*",
            "**",
            "_",
            "`",
            "&lt;",
            "&",
            "{{DATE(x)}}",
            "{",
            "\n",
            "- ",
            "1. ",
            " ",
            "x",
            "😀",
            "\ud83d",
            "\"",
            "\u0001");
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), words =>
        {
            var card = CardRenderer.Render(
                ChatMessage.Of(
                    new ChatBlock.Paragraph(ChatText.Of(
                        $"{Team.Mark} says {ChatText.Bold(words)} {new ChatSpan.PersonRef(Team.Zoe.Id, words)} {words}")),
                    new ChatBlock.Quote(words),
                    new ChatBlock.Small(ChatText.Of($"{Team.Sue} {words}"))),
                CardPeople.Accounts);

            Assert.Equal(["<at>Mark Weber</at>", "<at>Sue Miller</at>"], card.Msteams!.Entities!.Value.Select(entity => entity.Text));
            var written = string.Join('\n', Texts(card));
            Assert.Equal(2, Regex.Count(written, "<", RegexOptions.None, TimeSpan.FromSeconds(1)) / 2);
            Assert.DoesNotMatch(new Regex(@"(?<!\\)(\\\\)*[\[\]_`]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), written);
            Assert.DoesNotContain("{{", written, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a", 10_000, 1)]
    [InlineData("<&\"\\*_[", 1_000, 40)]
    [InlineData("谢", 3_000, 3)]
    [InlineData("👩‍💻", 3_000, 5)]
    [InlineData("\u0001\n", 3_000, 5)]
    [InlineData("e\u0301", 100, 200)]
    [InlineData("\ud83d", 5_000, 3)]
    public void However_much_there_is_Teams_takes_it(string piece, int times, int blocks)
    {
        var words = string.Concat(Enumerable.Repeat(piece, times));
        var message = new ChatMessage
        {
            Summary = words,
            Blocks =
            [
                .. Enumerable
                    .Range(0, blocks)
                    .Select(i =>
                        (i % 3) switch
                        {
                            0 => new ChatBlock.Paragraph(ChatText.Of($"{Team.Mark} {words}")),
                            1 => new ChatBlock.Quote(words),
                            _ => (ChatBlock)new ChatBlock.Small(ChatText.Of(words))
                        }),
                new ChatBlock.Buttons([.. Enumerable.Range(0, 9).Select(i => new ChatButton($"do.{i}", new string('v', 1_000), words))]),
            ],
        };

        var card = CardRenderer.Render(message, CardPeople.Accounts);

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card, TeamsJson.Wire.AdaptiveCard).Length, 1, 25 * 1024);
        Assert.All(card.Body.OfType<CardElement.ActionSet>(), row => Assert.Equal(6, row.Actions.Length));
        Assert.InRange(card.FallbackText.Length, 1, 200);
    }

    [Fact]
    public void Two_people_of_one_name_are_not_taken_for_each_other()
    {
        var other = new ChatSpan.PersonRef(Team.Raj.Id, Team.Sue.Name);

        var card = CardRenderer.Render(ChatMessage.Of(ChatText.Of($"{Team.Sue}, {other} and {Team.Sue}")), CardPeople.Accounts);

        Assert.Equal("<at>Sue Miller</at>, Sue Miller and <at>Sue Miller</at>", Assert.Single(Texts(card)));
        Assert.Equal(CardPeople.Sue, Assert.Single(card.Msteams!.Entities!.Value).Mentioned!.Id);
    }

    [Fact]
    public void Of_a_hundred_departments_all_fit_whatever_they_are_called()
    {
        var form = MessageExamples.Forms["form-ask"] with
        {
            Fields = [.. new[] { "one", "two" }.Select(name =>
                new ChatField.Choice
                {
                    Name = name,
                    Label = name,
                    Options = [.. Enumerable.Range(0, 100).Select(i => new ChatOption($"{i:D32}", new string('谢', 75)))]
                })],
        };

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(FormCard.Render(form), TeamsJson.Wire.AdaptiveCard).Length, 1, 25 * 1024);
    }

    private static IEnumerable<string> Texts(AdaptiveCard card) => card.Body
        .SelectMany(element => element is CardElement.Container container ? [.. container.Items] : new[] { element })
        .OfType<CardElement.TextBlock>().Select(block => block.Text);
}

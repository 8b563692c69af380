using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Features.Prompts.Kinds;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Tests.Features.Prompts;

/// <summary>People who don't program edit the text files. These tests check the texts.</summary>
public sealed class PromptTextsTests
{
    private const int Longest = 200;
    private const int Grace = 3;

    // By kind, which placeholders a text may have: one of these sets.
    private static readonly Dictionary<PromptKind, string[][]> placeholders = new()
    {
        [PromptKind.Solved] = [["people"]],
        [PromptKind.Newcomer] = [[]],
        [PromptKind.Anniversary] = [["years"]],
        [PromptKind.FocusFive] = [["person"]],
        [PromptKind.WhoHelped] = [["people"], []],
        [PromptKind.Balance] = [["department"]],
        [PromptKind.QuietTie] = [["person"]],
        [PromptKind.HowToHelp] = [["department"], ["page"]],
        [PromptKind.NeedHelp] = [[]],
    };

    public static TheoryData<PromptKind> Kinds { get; } = [.. Enum.GetValues<PromptKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_has_the_placeholders_of_its_kind_and_is_short(PromptKind kind) => Assert.All(PromptTexts.Of(kind), text =>
    {
        var used = PromptTexts.PlaceholdersOf(text).ToArray();
        Assert.True(placeholders[kind].Any(allowed => allowed.SequenceEqual(used)), $"\"{text}\" has {{{string.Join("}, {", used)}}}.");
        Assert.InRange(text.Length, 20, Longest);
        Assert.DoesNotContain('!', text);
        Assert.True(text.Count(c => c is '{' or '}') == 2 * used.Length, $"\"{text}\" has a stray brace.");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void There_are_enough_for_eight_weeks_without_a_repeat(PromptKind kind) => Assert.All(placeholders[kind], names =>
    {
        var texts = PromptTexts.Of(kind).Where(text => names.SequenceEqual(PromptTexts.PlaceholdersOf(text))).ToList();
        var most = PromptFrequency.Of(kind).Days is var days and > 1 ? (PromptRules.FreshDays / days) + 1 : Grace;
        Assert.True(texts.Distinct(StringComparer.Ordinal).Count() >= most, $"{kind} needs {most} texts, and has {texts.Count}.");
    });

    [Fact]
    public void A_text_that_was_read_is_not_picked_again_and_when_all_were_there_is_none()
    {
        var words = ImmutableDictionary<string, ChatText>.Empty.Add("people", ChatText.Of("Sue"));
        var used = new HashSet<string>(StringComparer.Ordinal);
        while (PromptTexts.Pick(PromptKind.WhoHelped, words, used, seed: -3) is { } text)
        {
            Assert.Contains("Sue", text.Text.ToPlainText(), StringComparison.Ordinal);
            Assert.True(used.Add(text.Id));
        }

        Assert.Equal(PromptTexts.Of(PromptKind.WhoHelped).Count(text => text.Contains("{people}", StringComparison.Ordinal)), used.Count);
    }

    [Theory]
    [InlineData("2020-11-20", "2026-11-20", 6)]
    [InlineData("2020-11-20", "2026-11-23", 6)] // after the weekend
    [InlineData("2020-11-20", "2026-11-24", null)]
    [InlineData("2020-11-20", "2026-11-19", null)]
    [InlineData("2024-02-29", "2027-02-28", 3)]
    [InlineData("2024-02-29", "2028-02-29", 4)]
    [InlineData("2024-02-29", "2028-02-28", null)]
    [InlineData("2025-12-31", "2027-01-02", 1)]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    public void Years_become_full_on_their_day_or_just_before(string start, string today, int? years) =>
        Assert.Equal(
            years,
            AnniversaryPromptSource.Years(
                DateOnly.Parse(start, CultureInfo.InvariantCulture),
                DateOnly.Parse(today, CultureInfo.InvariantCulture)));
}

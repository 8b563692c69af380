using Microsoft.Extensions.Options;
using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Tests.Features.Focus;

public sealed class ConversationOpenersTests
{
    private static readonly string[] prying =
    [
        "salary", "earn", "money", "religion", "faith", "church", "politic", "vote", "party", "married", "husband", "wife", "partner",
        "boyfriend", "girlfriend", "children", "pregnan", "kids",
        "family", "health", "ill", "sick", "diet", "weight", "old are you", "age", "afraid", "regret", "secret", "divorce", "death",
    ];

    private static readonly ConversationOpeners delivered = ConversationOpeners.Read(AppContext.BaseDirectory);

    public static TheoryData<int> Steps => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_step_has_enough_of_them_to_choose_from(int step) => Assert.InRange(delivered.OfStep(step).Length, 25, 200);

    [Fact]
    public void None_comes_twice_in_any_step()
    {
        var all = Enumerable
            .Range(1, FocusPerson.LastStep)
            .SelectMany(step => delivered.OfStep(step))
            .Select(opener => opener.ToLowerInvariant().TrimEnd('?'))
            .ToList();

        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_is_one_short_question(int step) => Assert.All(delivered.OfStep(step), opener =>
    {
        Assert.InRange(opener.Length, 15, 90);
        Assert.True(char.IsUpper(opener[0]), opener);
        Assert.Equal(1, opener.Count(c => c == '?'));
        Assert.EndsWith("?", opener, StringComparison.Ordinal);
        Assert.DoesNotContain('!', opener);
        Assert.DoesNotContain("  ", opener, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Steps))]
    public void None_pries(int step) => Assert.All(delivered.OfStep(step), opener =>
        Assert.DoesNotContain(prying,
            word => $" {opener.ToLowerInvariant().TrimEnd('?')} ".Contains($" {word} ", StringComparison.Ordinal)));

    [Fact]
    public void Every_one_of_a_step_comes_before_the_first_comes_again()
    {
        var entry = NewEntry(7);
        var shown = new List<string>();
        foreach (var _ in delivered.OfStep(1))
        {
            shown.Add(delivered.For(entry));
            entry.TryTurn(entry.Turn);
        }

        Assert.Equal(delivered.OfStep(1).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(shown[0], delivered.For(entry));
    }

    [Fact]
    public void Having_talked_leads_to_the_next_step()
    {
        var entry = NewEntry(7);

        entry.Talk(0, DateTimeOffset.UnixEpoch);

        Assert.Contains(delivered.For(entry), delivered.OfStep(2));
    }

    [Fact]
    public void An_organisations_own_file_wins_and_its_comments_and_blank_lines_are_not_read()
    {
        using var home = new Home();
        home.Write(ConversationOpeners.Files[1], "# Ours\n\n  What helps you here?  \n");

        var openers = ConversationOpeners.Read(home.Folder, AppContext.BaseDirectory);

        Assert.Equal("What helps you here?", Assert.Single(openers.OfStep(2)));
        Assert.Equal(delivered.OfStep(1).AsEnumerable(), openers.OfStep(1));
    }

    [Fact]
    public void A_file_without_openers_stops_the_start_with_a_sentence_that_names_it()
    {
        using var home = new Home();
        home.Write(ConversationOpeners.Files[3], "# nothing\n");

        var fault = Assert.Throws<OptionsValidationException>(() => ConversationOpeners.Read(home.Folder, AppContext.BaseDirectory));

        Assert.Contains(ConversationOpeners.Files[3], Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    private static FocusPerson NewEntry(int number) => new()
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        OrganisationId = Guid.Empty,
        OwnerId = Guid.Empty,
        PersonId = Guid.Empty,
        Place = 1,
        Cadence = Cadence.Monthly,
        AddedAt = DateTimeOffset.UnixEpoch,
    };

    private sealed class Home : IDisposable
    {
        public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("relatebot-").FullName;

        public void Write(string name, string text)
        {
            System.IO.Directory.CreateDirectory(Path.Combine(Folder, ConversationOpeners.Folder));
            File.WriteAllText(Path.Combine(Folder, ConversationOpeners.Folder, name), text);
        }

        public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
    }
}

using RelateBot.Bot.Features.Help;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Features.Help;

public sealed class AskRepliesTests
{
    private readonly Office office = new();

    private AskDetails Details => new()
    {
        Ask = new Ask
        {
            Id = office.NewId(),
            OrganisationId = Guid.Empty,
            WorkspaceId = office.Workspace.Id,
            AskerId = office.Mark.Id,
            Text = "my laptop freezes",
            IsPublic = true,
            AskedAt = office.Now, Source = "tests",
        },
        Asker = office.Mark,
        Helpers = [office.Sue],
        Person = office.Raj,
    };

    [Fact]
    public void A_colleague_who_is_not_in_it_yet_can_be_suggested() =>
        Assert.Null(AskReplies.CannotSuggest(Details, office.Person("Ana Silva", "ana")));

    [Fact]
    public void Nobody_the_asker_a_helper_and_who_was_asked_cannot_be_suggested_and_each_is_told_something_else()
    {
        var told = new[] { null, office.Mark, office.Sue, office.Raj }.Select(named => AskReplies.CannotSuggest(Details, named)).ToList();

        Assert.DoesNotContain(null, told);
        Assert.Equal(4, told.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(AskReplies.AskedAlready(office.Raj), told[3]);
    }

    [Fact]
    public void Programs_strangers_and_people_who_left_cannot_be_suggested()
    {
        var program = office.Person("Build", "build");
        program.Kind = PersonKind.Bot;
        var gone = office.Person("Gina Rossi", "gina");
        gone.IsActive = false;

        var stranger = office.Person("Eve", "eve");
        stranger.Kind = PersonKind.Stranger;

        Assert.NotNull(AskReplies.CannotSuggest(Details, program));
        Assert.Contains("another organisation", AskReplies.CannotSuggest(Details, stranger), StringComparison.Ordinal);
        Assert.Contains("Gina Rossi", AskReplies.CannotSuggest(Details, gone), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_shown_on_the_input_that_can_mend_it()
    {
        Assert.All(Enum.GetValues<AskFault>(), fault => Assert.Equal(Field(fault), Assert.Single(AskReplies.FormErrors(fault, "Sue")).Key));

        static string Field(AskFault fault) => fault switch
        {
            AskFault.Yourself or AskFault.Program or AskFault.Stranger or AskFault.HasLeft => AskForm.PersonField,
            AskFault.NeededInThePast => AskForm.NeededByField,
            _ => AskForm.TextField,
        };
    }
}

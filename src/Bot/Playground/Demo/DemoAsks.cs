using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>
/// Creates the closed asks behind one person's calls of three years: one for each help, and those that no one could take.
/// </summary>
internal sealed class DemoAsks(DemoData data, DemoPeople cast, DemoRandom dice)
{
    private static readonly TimeSpan Waited = TimeSpan.FromHours(2);

    /// <summary>Adds the asks. The help must already be in the ledger.</summary>
    public void AddTo(RelateDbContext context)
    {
        var caller = cast[data.Calls.Person];
        var notes = data.Calls.Helps.Select(help => help.Note).ToHashSet(StringComparer.Ordinal);
        var helps = context.Exchanges.Local
            .Where(exchange => exchange.Kind is ExchangeKind.Help && exchange.ToPersonId == caller.Id && notes.Contains(exchange.Note))
            .ToList();
        foreach (var help in helps.OrderBy(help => help.OccurredAt))
        {
            var ask = NewAsk(caller, help.FromDepartmentId!.Value, help.Note, help.OccurredAt - Waited);
            ask.Take(help.OccurredAt - (Waited / 2));
            ask.Close(AskState.Solved, help.OccurredAt, help.ActId);
            context.Asks.Add(ask);
            context.AskHelpers.Add(new AskHelper
            {
                OrganisationId = ask.OrganisationId,
                AskId = ask.Id,
                PersonId = help.FromPersonId,
                DepartmentId = help.FromDepartmentId,
                TakenAt = ask.TakenAt!.Value,
            });
        }

        var last = helps.Max(help => help.OccurredAt);
        foreach (var asked in data.Calls.Asked)
        {
            var at = last.AddDays(-7 * asked.WeeksAgo);
            var ask = NewAsk(caller, cast.Department(asked.Of).Id, asked.Note, at);
            ask.Close(AskState.Expired, at.AddDays(14));
            context.Asks.Add(ask);
        }
    }

    private Ask NewAsk(Person asker, Guid departmentId, string text, DateTimeOffset at) => new()
    {
        Id = dice.Id(at),
        OrganisationId = cast.Organisation.Id,
        WorkspaceId = cast.Workspace.Id,
        AskerId = asker.Id,
        AskerDepartmentId = asker.DepartmentId,
        Text = text,
        DepartmentId = departmentId,
        IsPublic = true,
        AskedAt = at,
        Source = "demo",
    };
}

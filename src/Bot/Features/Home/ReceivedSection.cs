using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>What a person received lately, in their own name or as a member of their department.</summary>
public sealed class ReceivedSection(ILedger ledger, Acts acts, HomeMessages messages) : ExchangeSection(acts, messages)
{
    public const string SectionName = "received";

    public override string Name => SectionName;

    protected override Task<IReadOnlyList<ActPlace>> PlacesAsync(Person person, ActPlace? before, int limit, CancellationToken cancellationToken) =>
        ledger.LatestReceivedAsync(person.Id, person.DepartmentId, before, limit, cancellationToken);
}

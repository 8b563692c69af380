using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>What a person received recently, in their own name or as a member of their department.</summary>
public sealed class ReceivedSection(ILedger ledger, ActReader actReader, HomeMessages messages) : ExchangeSection(actReader, messages)
{
    public const string SectionName = "received";

    public override string Name => SectionName;

    protected override Task<IReadOnlyList<ActPosition>> PlacesAsync(
        Person person,
        ActPosition? before,
        int limit,
        CancellationToken cancellationToken) =>
        ledger.LatestReceivedAsync(person.Id, person.DepartmentId, before, limit, cancellationToken);
}

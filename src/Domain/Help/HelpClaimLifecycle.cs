using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>
/// Help without an ask: the helper reports it, the receiver confirms or disputes it, and it counts automatically if they don't answer in
/// time.
/// </summary>
public sealed class HelpClaimLifecycle(IHelpClaimStore claims, ILedger ledger, TimeProvider clock)
{
    /// <summary>The most claims by one person within an hour.</summary>
    public const int MaxPerHour = 30;

    /// <summary>Records that a person helped these colleagues.</summary>
    /// <returns>One claim for each colleague; null when the hourly limit would be exceeded.</returns>
    public async Task<IReadOnlyList<HelpClaim>?> ClaimAsync(
        Workspace workspace, Person helper, IReadOnlyCollection<Person> helped, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await claims.CountByAsync(helper.Id, now.AddHours(-1), cancellationToken) + helped.Count > MaxPerHour)
        {
            return null;
        }

        List<HelpClaim> made = [];
        foreach (var person in helped)
        {
            var claim = new HelpClaim
            {
                Id = Guid.CreateVersion7(now),
                OrganisationId = helper.OrganisationId,
                WorkspaceId = workspace.Id,
                HelperId = helper.Id,
                HelperDepartmentId = helper.DepartmentId,
                HelpedId = person.Id,
                HelpedDepartmentId = person.DepartmentId,
                Text = text,
                ClaimedAt = now,
                Source = workspace.Platform,
            };
            claim.Open();
            claims.Add(claim);
            made.Add(claim);
        }

        return made;
    }

    /// <summary>Confirms a claim and records the help in the ledger.</summary>
    /// <returns>False when it is already settled or about someone else.</returns>
    public bool TryConfirm(HelpClaim claim, Person helped)
    {
        if (claim.SettledAt is not null || claim.HelpedId != helped.Id)
        {
            return false;
        }

        Count(claim, isUnconfirmed: false);
        return true;
    }

    /// <summary>Disputes a claim and deletes it. No one else is told.</summary>
    /// <returns>False when it is already settled or about someone else.</returns>
    public bool TryDispute(HelpClaim claim, Person helped)
    {
        if (claim.SettledAt is not null || claim.HelpedId != helped.Id)
        {
            return false;
        }

        claims.Remove(claim);
        return true;
    }

    /// <summary>Counts a claim that wasn't disputed in time.</summary>
    /// <returns>False when it is settled or not due yet.</returns>
    public bool TryAutoConfirm(HelpClaim claim)
    {
        if (claim.CountsAt is not { } due || due > clock.GetUtcNow())
        {
            return false;
        }

        Count(claim, isUnconfirmed: true);
        return true;
    }

    private void Count(HelpClaim claim, bool isUnconfirmed)
    {
        var now = clock.GetUtcNow();
        claim.Settle(now);
        ledger.Record(new Exchange
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = claim.OrganisationId,
            ActId = Guid.CreateVersion7(now),
            Kind = ExchangeKind.Help,
            FromPersonId = claim.HelperId,
            FromDepartmentId = claim.HelperDepartmentId,
            ToPersonId = claim.HelpedId,
            ToDepartmentId = claim.HelpedDepartmentId,
            Note = claim.Text,
            Values = [],
            Visibility = Visibility.Private,
            OccurredAt = claim.ClaimedAt,
            RecordedAt = now,
            Source = claim.Source,
            IsUnconfirmed = isUnconfirmed,
        });
    }
}

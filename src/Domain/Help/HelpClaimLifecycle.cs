using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>
/// Help without an ask: claimed by who gave it, confirmed or disputed by who received it, counted after a while when nobody says otherwise.
/// </summary>
public sealed class HelpClaimLifecycle(IHelpClaimStore claims, ILedger ledger, TimeProvider clock)
{
    /// <summary>Most claims of one person within an hour.</summary>
    public const int MaxPerHour = 30;

    /// <summary>Somebody says that they helped these people. Null when there would be too many within the hour.</summary>
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

    /// <summary>It was so: the help goes into the ledger. False when it is settled already or not this person's to say.</summary>
    public bool TryConfirm(HelpClaim claim, Person helped)
    {
        if (claim.SettledAt is not null || claim.HelpedId != helped.Id)
        {
            return false;
        }

        Count(claim, isUnconfirmed: false);
        return true;
    }

    /// <summary>
    /// It was not so: it is forgotten, and nobody else hears of it. False when it is settled already or not this person's to say.
    /// </summary>
    public bool TryDispute(HelpClaim claim, Person helped)
    {
        if (claim.SettledAt is not null || claim.HelpedId != helped.Id)
        {
            return false;
        }

        claims.Remove(claim);
        return true;
    }

    /// <summary>Nobody said otherwise in time: it counts. False when it is settled or its time has not come.</summary>
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

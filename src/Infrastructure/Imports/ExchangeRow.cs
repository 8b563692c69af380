using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Imports;

/// <summary>A valid row of exchanges.csv.</summary>
internal sealed record ExchangeRow
{
    public required DateTimeOffset OccurredAt { get; init; }

    public required ExchangeKind Kind { get; init; }

    public required Guid FromPersonId { get; init; }

    /// <summary>Their current department, because the file doesn't contain the one of that day.</summary>
    public required Guid? FromDepartmentId { get; init; }

    public required Guid? ToPersonId { get; init; }

    public required Guid? ToDepartmentId { get; init; }

    public required string Note { get; init; }

    public required ImmutableArray<string> Values { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>Creates the ledger entry. The same content always has the same id.</summary>
    public Exchange ToEntry(Guid organisationId, DateTimeOffset now)
    {
        var id = ImportedExchangeId.Of(organisationId, this);
        return new Exchange
        {
            Id = id,
            OrganisationId = organisationId,
            ActId = id,
            Kind = Kind,
            FromPersonId = FromPersonId,
            FromDepartmentId = FromDepartmentId,
            ToPersonId = ToPersonId,
            ToDepartmentId = ToDepartmentId,
            Note = Note,
            Values = Values,
            Visibility = Visibility,
            OccurredAt = OccurredAt,
            RecordedAt = now,
            Source = "import",
        };
    }
}

namespace RelateBot.Domain;

/// <summary>An entity that belongs to one organisation. Queries and writes never cross organisations.</summary>
public interface IOrganisationScoped
{
    /// <summary>The owning organisation's id.</summary>
    Guid OrganisationId { get; }
}

namespace RelateBot.Domain;

/// <summary>Something that belongs to exactly one organisation. No query and no write crosses two.</summary>
public interface IOrganisationScoped
{
    /// <summary>The owning organisation's id.</summary>
    Guid OrganisationId { get; }
}

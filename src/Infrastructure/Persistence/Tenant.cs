namespace RelateBot.Infrastructure.Persistence;

/// <summary>The organisation that the current scope works for. While unset, no row of any organisation is visible.</summary>
public sealed class Tenant
{
    /// <summary>The organisation's id; <see cref="Guid.Empty"/> while unset.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>
    /// Sets the organisation. It can't be changed within a scope. <see cref="OrganisationScope"/> calls this; nothing else needs to.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope already works for another organisation.</exception>
    public void Use(Guid organisationId)
    {
        if (OrganisationId != Guid.Empty && OrganisationId != organisationId)
        {
            throw new InvalidOperationException("This scope already works for another organisation.");
        }

        OrganisationId = organisationId;
    }
}

namespace RelateBot.Infrastructure.Persistence;

/// <summary>The organisation on whose behalf the current scope works. Unset, no row of any organisation is visible.</summary>
public sealed class Tenant
{
    /// <summary>The organisation's id; <see cref="Guid.Empty"/> while unset.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Sets it, once: a scope never changes sides. <see cref="OrganisationScope"/> does it; nothing else needs to.</summary>
    public void Use(Guid organisationId)
    {
        if (OrganisationId != Guid.Empty && OrganisationId != organisationId)
        {
            throw new InvalidOperationException("This scope already works for another organisation.");
        }

        OrganisationId = organisationId;
    }
}

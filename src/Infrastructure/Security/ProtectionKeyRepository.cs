using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Security;

/// <summary>Keeps Data Protection's keys in the database, so that every host has the same ones and a backup has them all.</summary>
internal sealed class ProtectionKeyRepository(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<RelateDbContext>().ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).AsEnumerable();
        return [.. keys.Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        context.ProtectionKeys.Add(new ProtectionKey { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}

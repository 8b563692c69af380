using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Infrastructure.Security;

/// <summary>Registers Data Protection with its keys in the database.</summary>
public static class ProtectionRegistration
{
    public static IServiceCollection AddProtection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ProtectionOptions>(configuration, ProtectionOptions.Section);
        services.AddSingleton<IValidateOptions<ProtectionOptions>, ProtectionSecrets>();
        services.AddSingleton<TokenProtector>();
        services.AddSingleton<NoteProtector>();
        services.AddSingleton<ProtectionKeyRotation>();

        // One name for all hosts and versions. The default is the program's folder.
        var protection = services.AddDataProtection().SetApplicationName("RelateBot").PersistKeysToDbContext<RelateDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<ProtectionOptions>>((keys, options) =>
        {
            if (options.Value.KeyFile.Length > 0)
            {
                keys.XmlEncryptor = new KeyFileEncryptor(ProtectionSecrets.Key(options.Value.KeyFile));
            }
        });

        // At Debug, it would log every key that it reads, as stored in the database.
        services.AddLogging(logging =>
            logging.AddFilter($"{typeof(DataProtectionKey).Namespace}.EntityFrameworkCoreXmlRepository", LogLevel.Information));

        // Unreadable files are reported by the validation at start.
        var settings = configuration.GetSection(ProtectionOptions.Section).Get<ProtectionOptions>() ?? new ProtectionOptions();
        if (ProtectionSecrets.TryCertificate(settings.CertificateFile, settings.CertificatePassword) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        X509Certificate2?[] former = [ProtectionSecrets.TryCertificate(settings.FormerCertificateFile, settings.FormerCertificatePassword)];
        protection.UnprotectKeysWithAnyCertificate([.. former.OfType<X509Certificate2>()]);
        return services;
    }
}

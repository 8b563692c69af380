namespace RelateBot.Infrastructure.Security;

/// <summary>Section <c>Protection</c>: what wraps the keys that tokens and notes are sealed with.</summary>
public sealed class ProtectionOptions
{
    public const string Section = "Protection";

    /// <summary>A PKCS#12 file (.pfx) with an RSA certificate and its private key.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Its password.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Or a file with 32 random bytes in base64.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The certificate before this one, for the start that changes over.</summary>
    public string FormerCertificateFile { get; set; } = "";

    /// <summary>Its password.</summary>
    public string FormerCertificatePassword { get; set; } = "";

    /// <summary>The key file before this one, for the start that changes over.</summary>
    public string FormerKeyFile { get; set; } = "";

    /// <summary>False when keys would lie in the database as they are.</summary>
    public bool IsSet => CertificateFile.Length > 0 || KeyFile.Length > 0;

    /// <summary>True when this start changes over.</summary>
    public bool ChangesOver => FormerCertificateFile.Length > 0 || FormerKeyFile.Length > 0;
}
